/** The part of dcmjs that writes files; the package ships no types. */
declare module 'dcmjs' {
  /** A data set by keyword. */
  type NaturalDataset = Record<string, unknown>;

  interface DictionaryWriter {
    dict: Record<string, unknown>;
    write(options?: { fragmentMultiframe?: boolean }): ArrayBuffer;
  }

  const dcmjs: {
    data: {
      DicomDict: new (meta: Record<string, unknown>) => DictionaryWriter;
      DicomMetaDictionary: { denaturalizeDataset(dataset: NaturalDataset): Record<string, unknown> };
    };
    log: { setLevel(level: string): void };
  };
  export = dcmjs;
}

/** CharLS compiled to wasm, encoder included; the package ships no types. */
declare module '@cornerstonejs/codec-charls' {
  interface FrameInfo {
    width: number;
    height: number;
    bitsPerSample: number;
    componentCount: number;
    isSigned: boolean;
  }

  interface JpegLsEncoder {
    getDecodedBuffer(frame: FrameInfo): Uint8Array;
    getEncodedBuffer(): Uint8Array;
    setNearLossless(error: number): void;
    setInterleaveMode(mode: number): void;
    encode(): void;
    delete(): void;
  }

  const create: () => Promise<{ JpegLSEncoder: new () => JpegLsEncoder }>;
  export = create;
}
