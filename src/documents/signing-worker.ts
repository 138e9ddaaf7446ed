import { answerQuestions } from '../base/helper-thread.ts';
import { type Credential, signCredential } from './credential.ts';

answerQuestions((credentials: readonly Credential[]) => credentials.map(signCredential));
