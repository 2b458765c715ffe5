export { mobilenetV2 } from '../../main/model/testing/zoo/mobilenet-v2';
