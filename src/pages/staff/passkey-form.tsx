import type { ComponentChildren } from 'preact';
import { Actions, Button } from '../ui/button.tsx';

export const passkeyIsland = 'passkey';

interface PasskeyFormProps {
  readonly does: 'make' | 'use';
  readonly action: string;
  /** Where the script gets what the browser needs. */
  readonly options: string;
  readonly csrfToken: string;
  readonly next?: string | undefined;
  readonly label: string;
  /** Said when the browser or the person gave up. */
  readonly failed: string;
  readonly look?: 'primary' | 'secondary' | undefined;
  /** Said where the browser cannot do it. */
  readonly otherwise?: string | undefined;
  readonly children?: ComponentChildren;
}

/** A form that only a script can fill in: hidden until it says that it can. */
export const PasskeyForm = (props: PasskeyFormProps) => (
  <>
    {props.otherwise && <p data-without-passkeys>{props.otherwise}</p>}
    <form
      method="post"
      action={props.action}
      hidden
      data-passkey={props.does}
      data-options={props.options}
      data-failed={props.failed}
    >
      <input type="hidden" name="_csrf" value={props.csrfToken} />
      {props.next !== undefined && <input type="hidden" name="next" value={props.next} />}
      <input type="hidden" name="answer" value="" />
      {props.children}
      <Actions>
        <Button look={props.look ?? 'secondary'} icon="lock">
          {props.label}
        </Button>
      </Actions>
      <p role="status" />
    </form>
  </>
);
