import type { Staff } from '../../access/grant.ts';
import type { Filler } from '../../form/world.ts';

/** Who fills in a form: by the post that was chosen, or by all of them where they are held at one institution. */
export const fillerOf = ({ name, grants }: Staff, post?: string): Filler => {
  const [only, ...others] = new Set(grants.map(({ institution }) => institution));
  return {
    name: { ar: name.ar, latin: name.fr },
    institution: post ?? (others.length === 0 ? only : undefined),
  };
};
