import { mount } from 'svelte';
import '@fontsource-variable/inter/wght.css';
import './look/ground.css';
import './look/controls.css';
import App from './App.svelte';

mount(App, { target: document.getElementById('app')! });
