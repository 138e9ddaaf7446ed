import type { ComponentChildren } from 'preact';
import { Tag, type Tone } from './tag.tsx';

interface DocumentCardProps {
  readonly title: string;
  readonly issuer: string;
  readonly status: string;
  readonly tone: Tone;
  readonly facts: readonly { readonly label: string; readonly value: ComponentChildren }[];
  /** The QR code as an SVG or image, with its own text alternative. */
  readonly qr: ComponentChildren;
  readonly qrCaption: string;
  readonly children?: ComponentChildren;
}

/** A signed document as it is carried: what it is, for whom, until when, and the code that proves it. */
export const DocumentCard = (props: DocumentCardProps) => (
  <section class="document">
    <header>
      <div>
        <p class="issuer">{props.issuer}</p>
        <h2>{props.title}</h2>
      </div>
      <Tag tone={props.tone}>{props.status}</Tag>
    </header>
    <div class="document-body">
      <dl class="facts">
        {props.facts.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <figure class="qr">
        {props.qr}
        <figcaption>{props.qrCaption}</figcaption>
      </figure>
    </div>
    {props.children && <div class="document-actions actions">{props.children}</div>}
  </section>
);
