import type { ComponentChildren } from 'preact';

/** References, phone numbers, plates and other codes: read left to right wherever they stand. */
export const Bdi = ({ children }: { readonly children: ComponentChildren }) => (
  <bdi dir="ltr" class="code">
    {children}
  </bdi>
);
