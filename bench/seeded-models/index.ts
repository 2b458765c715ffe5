export * from '../../main/model/testing/zoo';
