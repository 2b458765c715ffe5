import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Everything is in the window itself. macOS alone needs a menu: without it, its copy, paste and quit keys are dead.
 */
export function setMenu(): void {
  const roles: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(roles) : null);
}
