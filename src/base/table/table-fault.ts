import type { Text, Values } from '../texts.ts';
import { tableFaultTexts } from './table-fault-texts.ts';

export type TableFaultCode = keyof typeof tableFaultTexts;

/** Why a file cannot be read as a table. */
export class TableFault extends Error {
  readonly code: TableFaultCode;
  readonly values: Values;

  constructor(code: TableFaultCode, values: Values = {}) {
    super(code);
    this.name = 'TableFault';
    this.code = code;
    this.values = values;
  }

  get text(): Text {
    return tableFaultTexts[this.code];
  }
}
