/** The codecs compiled to WebAssembly have no types of their own. */

interface FrameInfo {
  readonly width: number;
  readonly height: number;
  readonly bitsPerSample: number;
  readonly componentCount: number;
  readonly isSigned?: boolean;
}

interface CodecDecoder {
  /** Memory of the given size for the compressed bytes. */
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  getFrameInfo(): FrameInfo;
  delete(): void;
}

declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  interface JpegLsDecoder extends CodecDecoder {
    /** 0 plane by plane, 1 line by line, 2 sample by sample. */
    getInterleaveMode(): number;
  }
  export interface Charls {
    JpegLSDecoder: new () => JpegLsDecoder;
    getExceptionMessage(thrown: number): string;
  }
  const load: () => Promise<Charls>;
  export { load as default };
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  export interface OpenJpeg {
    J2KDecoder: new () => CodecDecoder;
  }
  const load: () => Promise<OpenJpeg>;
  export { load as default };
}

declare module '@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs' {
  export interface LibJpegTurbo {
    JPEGDecoder: new () => CodecDecoder;
  }
  const load: () => Promise<LibJpegTurbo>;
  export { load as default };
}
