import type { Service } from '../../definition/service.ts';
import { crossState } from '../../form/crossing.ts';
import type { Desk, Work } from './desk.ts';

/** A state under the names that it had in earlier versions as well: records stay on theirs. */
export const namesOfState = async (
  { parts: { catalogue } }: Desk,
  { versions }: Work,
  service: Service | undefined,
  state: string,
): Promise<readonly string[]> => {
  const now = service && catalogue.findKnown(service.id)?.versionId;
  if (now === undefined) return [state];
  const earlier = versions.filter(
    (version) => version.service.id === service?.id && !version.service.states.has(state),
  );
  const names = earlier.map(async ({ versionId, service: { states } }) => {
    const crossing = await catalogue.getCrossing(versionId, now);
    return [...states.keys()].filter((name) => crossState(crossing, name) === state);
  });
  return [...new Set([state, ...(await Promise.all(names)).flat()])];
};
