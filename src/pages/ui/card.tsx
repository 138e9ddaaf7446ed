import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

/** A service or another place to go: the whole card is one link, named by its title. */
export const LinkCard = (props: {
  readonly href: string;
  readonly title: string;
  readonly icon?: IconName | undefined;
  readonly children?: ComponentChildren;
}) => (
  <li class="link-card">
    {props.icon && (
      <span class="link-card-icon">
        <Icon name={props.icon} />
      </span>
    )}
    <div class="link-card-body">
      <h3>
        <a href={props.href}>{props.title}</a>
      </h3>
      {props.children && <p>{props.children}</p>}
    </div>
    <Icon name="chevron" />
  </li>
);

export const CardGrid = ({ children }: { readonly children: ComponentChildren }) => (
  <ul class="card-grid">{children}</ul>
);

/** A framed part of a page. */
export const Card = ({
  title,
  children,
}: {
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <section class="ds-card">
    {title && <h2 class="card-title">{title}</h2>}
    {children}
  </section>
);

/** Filters of a list, in one row where there is room. Sent with GET, so that the address holds them. */
export const FilterBar = ({ children, label }: { readonly label: string; readonly children: ComponentChildren }) => (
  <form class="filters" method="get" role="search" aria-label={label}>
    {children}
  </form>
);

/** Words for a list that is empty: what would be here, and what to do. */
export const EmptyState = (props: {
  readonly icon?: IconName | undefined;
  readonly title: string;
  readonly children?: ComponentChildren;
}) => (
  <div class="empty">
    <Icon name={props.icon ?? 'list'} />
    <p class="empty-title">{props.title}</p>
    {props.children}
  </div>
);
