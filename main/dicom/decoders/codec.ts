/** What the compiled codecs have in common. */
interface CodecDecoder {
  getEncodedBuffer(length: number): Uint8Array;
  decode(): void;
  getDecodedBuffer(): Uint8Array;
  delete(): void;
}

/**
 * Options that keep a library's messages off the console: what matters comes as an exception or as missing bytes.
 * Each load takes options of its own: the library makes them its module, and a module that is loaded into another throws.
 */
export const silent = () => ({ print: () => undefined, printErr: () => undefined });

/** A codec module, loaded when first needed and thrown away when it has failed: its memory may be spoilt. */
export class Codec<Module> {
  #module: Promise<Module> | null = null;

  constructor(private readonly load: () => Promise<Module>) {}

  /**
   * Decodes bytes with a fresh decoder of the module.
   * @returns a copy of the decoded bytes, and what else is read off the decoder
   */
  async decode<Decoder extends CodecDecoder, Info>(
    create: (module: Module) => Decoder,
    bytes: Uint8Array,
    inspect: (decoder: Decoder) => Info,
    explain: (module: Module, thrown: unknown) => unknown = (_, thrown) => thrown,
  ): Promise<{ bytes: Uint8Array; info: Info }> {
    const module = await (this.#module ??= this.load());
    try {
      const decoder = create(module);
      decoder.getEncodedBuffer(bytes.length).set(bytes);
      decoder.decode();
      const decoded = { bytes: new Uint8Array(decoder.getDecodedBuffer()), info: inspect(decoder) };
      decoder.delete();
      return decoded;
    } catch (thrown) {
      this.#module = null;
      throw explain(module, thrown);
    }
  }
}
