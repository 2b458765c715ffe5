import { z } from 'zod';
import type { Change } from '../../preload/contract';
import { PersonError } from '../process/errors';
import { changeSchema, mostMarks } from './change-schema';
import type { Database } from './database';

/** The marks of one kind, a row each, so that a change of one writes one. */
export class MarkList<Mark extends { readonly id: string }> {
  constructor(
    private readonly database: Database.Database,
    private readonly list: 'regions' | 'measurements',
    private readonly schema: z.ZodType<Mark>,
  ) {}

  /** In the order in which a person has them. */
  load(studyInstanceUid: string): Mark[] {
    const rows = this.database
      .prepare('SELECT mark FROM marks WHERE study_instance_uid = ? AND list = ? ORDER BY place')
      .raw()
      .all(studyInstanceUid, this.list) as [string][];
    return z.array(this.schema).parse(rows.map(([mark]) => JSON.parse(mark) as unknown));
  }

  /**
   * To be called inside a transaction.
   * @throws PersonError where there would be too many; ZodError where a mark is none
   */
  change(studyInstanceUid: string, wish: Change<Mark>): void {
    const { put, removed, order } = changeSchema(this.schema).parse(wish);
    this.#remove(studyInstanceUid, removed);
    this.#put(studyInstanceUid, put);
    if (order) this.#arrange(studyInstanceUid, order);
  }

  #remove(studyInstanceUid: string, ids: readonly string[]): void {
    const statement = this.database.prepare(
      'DELETE FROM marks WHERE study_instance_uid = ? AND list = ? AND id = ?',
    );
    for (const id of ids) statement.run(studyInstanceUid, this.list, id);
  }

  #put(studyInstanceUid: string, marks: readonly Mark[]): void {
    let { last } = this.#extent(studyInstanceUid);
    const statement = this.database.prepare(
      `INSERT INTO marks (study_instance_uid, list, id, place, mark) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (study_instance_uid, list, id) DO UPDATE SET mark = excluded.mark`,
    );
    for (const mark of marks)
      statement.run(studyInstanceUid, this.list, mark.id, ++last, JSON.stringify(mark));
    const { count } = this.#extent(studyInstanceUid);
    if (count > mostMarks)
      throw new PersonError(
        `A review holds ${mostMarks} ${this.list}, and this would make it ${count}: delete some first.`,
      );
  }

  #arrange(studyInstanceUid: string, ids: readonly string[]): void {
    const statement = this.database.prepare(
      'UPDATE marks SET place = ? WHERE study_instance_uid = ? AND list = ? AND id = ?',
    );
    ids.forEach((id, place) => statement.run(place, studyInstanceUid, this.list, id));
  }

  #extent(studyInstanceUid: string): { last: number; count: number } {
    const [last, count] = this.database
      .prepare('SELECT MAX(place), COUNT(*) FROM marks WHERE study_instance_uid = ? AND list = ?')
      .raw()
      .get(studyInstanceUid, this.list) as [number | null, number];
    return { last: last ?? -1, count };
  }
}
