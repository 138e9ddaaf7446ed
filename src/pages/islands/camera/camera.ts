import type { Frame } from './code-reader.ts';

/** The rear camera, its picture on the page, and its lamp. */
export interface Camera {
  /** Shows what the camera sees until a code is read or somebody stops it. */
  readonly open: () => Promise<void>;
  readonly close: () => void;
}

/** What keeps a camera from working, as a name among the sentences of its place on the page. */
export type CameraProblem = 'denied' | 'missing' | 'busy' | 'insecure' | 'old';

/** Milliseconds between two looks at least; a slow phone rests as long as it took to look. */
const pause = 120;
const frameSize = 1_280;
const frameEffort = 40;

/** The parts of a camera's place on the page (src/pages/ui/camera.tsx). */
const partOf = <Kind extends HTMLElement>(place: ParentNode, part: string): Kind =>
  place.querySelector<Kind>(`[data-camera=${part}]`)!;

/** Says one of the sentences that stand in the camera's place; nothing when there is nothing to say. */
export const tellOfCamera = (place: ParentNode, problem?: CameraProblem): void => {
  const words = partOf<HTMLTemplateElement>(place, 'words').content;
  const sentence = problem === undefined ? null : words.querySelector(`[data-problem="${problem}"]`);
  const told = partOf(place, 'problem');
  told.textContent = sentence?.textContent ?? '';
  told.hidden = !sentence;
};

/**
 * Starts what stands in `place`. `read` looks for a code in a frame, `onCode` is told of the first that it finds, by
 * then the camera is off.
 */
export const createCamera = (
  place: ParentNode,
  read: (frame: Frame) => Promise<string | undefined>,
  onCode: (text: string) => void,
): Camera => {
  const video = partOf<HTMLVideoElement>(place, 'video');
  const view = partOf(place, 'view');
  const opener = partOf<HTMLButtonElement>(place, 'open');
  let stream: MediaStream | undefined;
  // Each opening has a number, so that a permission given late, or a frame of before, is not mistaken for this one's.
  let opening = 0;

  const close = () => {
    opening += 1;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    video.srcObject = null;
    view.hidden = true;
    opener.hidden = false;
  };

  const look = async (number: number): Promise<void> => {
    const started = performance.now();
    const { videoWidth: width, videoHeight: height } = video;
    const text =
      width > 0 ? await read({ source: video, width, height, size: frameSize, effort: frameEffort }) : undefined;
    if (number !== opening) return;
    // Taken off the page by an answer that no longer calls for the question.
    if (!video.isConnected) return close();
    if (text === undefined) {
      setTimeout(() => void look(number), Math.max(pause, performance.now() - started));
      return;
    }
    close();
    onCode(text);
  };

  const open = async () => {
    close();
    tellOfCamera(place);
    const number = opening;
    try {
      const opened = await requestStream();
      if (number !== opening) {
        for (const track of opened.getTracks()) track.stop();
        return;
      }
      stream = opened;
      video.srcObject = opened;
      view.hidden = false;
      opener.hidden = true;
      offerTorch(partOf<HTMLButtonElement>(place, 'torch'), opened);
      await video.play();
      view.scrollIntoView({ block: 'nearest' });
      await look(number);
    } catch (error) {
      if (number !== opening) return;
      close();
      tellOfCamera(place, problemOf(error));
    }
  };

  opener.addEventListener('click', () => void open());
  partOf(place, 'stop').addEventListener('click', close);
  // A camera left on in a pocket empties the battery.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && stream) close();
  });
  return { open, close };
};

const requestStream = (): Promise<MediaStream> => {
  if (!navigator.mediaDevices) throw new DOMException('no camera', 'NotFoundError');
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_280 }, height: { ideal: 720 } },
  });
};

/** By the names of the Media Capture standard. */
const problemOf = (error: unknown): CameraProblem => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
};

/** At night: phones that let a page switch their lamp get a button for it. */
const offerTorch = (button: HTMLButtonElement, stream: MediaStream): void => {
  const [track] = stream.getVideoTracks();
  const able = track && 'getCapabilities' in track && 'torch' in track.getCapabilities();
  button.hidden = !able;
  button.setAttribute('aria-pressed', 'false');
  button.onclick = () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    const constraint = { torch: on } as MediaTrackConstraintSet;
    track?.applyConstraints({ advanced: [constraint] }).then(
      () => button.setAttribute('aria-pressed', String(on)),
      () => (button.hidden = true),
    );
  };
};
