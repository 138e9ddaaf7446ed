import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

type Look = 'primary' | 'secondary' | 'tertiary';

interface Common {
  readonly look?: Look | undefined;
  /** For what cannot be undone. The words must say so as well. */
  readonly danger?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Common {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** A second address for the form that holds it. */
  readonly formAction?: string | undefined;
  readonly id?: string | undefined;
  readonly skipValidation?: boolean | undefined;
}

/** Submits the form that holds it. */
export const Button = ({ look, danger, icon, children, name, value, formAction, id, skipValidation }: ButtonProps) => (
  <button
    class="ds-button"
    type="submit"
    id={id}
    name={name}
    value={value}
    formaction={formAction}
    formnovalidate={skipValidation}
    data-variant={look === 'primary' ? undefined : look}
    data-color={danger ? 'danger' : undefined}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
);

interface ButtonLinkProps extends Common {
  readonly href: string;
  readonly download?: boolean | string | undefined;
}

/** A link that leads on, dressed as a button. */
export const ButtonLink = ({ look, danger, icon, children, href, download }: ButtonLinkProps) => (
  <a
    class="ds-button"
    href={href}
    download={download}
    data-variant={look === 'primary' ? undefined : look}
    data-color={danger ? 'danger' : undefined}
  >
    {icon && <Icon name={icon} />}
    {children}
  </a>
);

/** A row of buttons: the one to press first, first. */
export const Actions = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="actions">{children}</div>
);
