import { directionalIcons, type IconName, icons } from './icons.ts';

/** An icon beside words. It never stands alone for a meaning: the words say it, so it is hidden from screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    class={directionalIcons.has(name) ? 'icon mirrored' : 'icon'}
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
  >
    <path d={icons[name]} />
  </svg>
);

/** The mark of the portal when the country has given no logo: an eight-pointed star around an open page. */
export const Emblem = () => (
  <svg class="emblem" viewBox="0 0 40 40" width="40" height="40" fill="currentColor" aria-hidden="true">
    <path
      fill-rule="evenodd"
      d="M20 0l5.86 5.86h8.28v8.28L40 20l-5.86 5.86v8.28h-8.28L20 40l-5.86-5.86H5.86v-8.28L0 20l5.86-5.86V5.86h8.28zM20 14.5c-2.3-1.7-5-2.3-8-2v13.5c3-.3 5.7.3 8 2 2.3-1.7 5-2.3 8-2V12.5c-3-.3-5.7.3-8 2zm-.9 1.8v9.3c-1.7-.9-3.5-1.3-5.3-1.3v-10c2 0 3.7.6 5.3 2zm1.8 0c1.6-1.4 3.3-2 5.3-2v10c-1.8 0-3.6.4-5.3 1.3z"
    />
  </svg>
);
