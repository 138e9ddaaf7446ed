import type { Fault } from '../../../definition/fault.ts';

const mostShown = 100;

/** Faults by file and line, in the order of the files. */
export const FaultList = ({ faults }: { readonly faults: readonly Fault[] }) => (
  <ul class="faults" dir="ltr" lang="en">
    {faults.slice(0, mostShown).map(({ file, line, column, message }) => (
      <li>
        <code>
          {file}:{line}:{column}
        </code>{' '}
        {message}
      </li>
    ))}
    {faults.length > mostShown && <li>… +{faults.length - mostShown}</li>}
  </ul>
);
