export { resnet18 } from '../../main/model/testing/zoo/resnet18';
