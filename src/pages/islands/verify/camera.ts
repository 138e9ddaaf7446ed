import { readCode } from './code-reader.ts';
import { get, tell } from './elements.ts';

/** The rear camera, its picture on the page, and its lamp. */
export interface Camera {
  /** Shows what the camera sees until a code is read or somebody stops it. */
  readonly open: () => Promise<void>;
  readonly close: () => void;
}

/** Milliseconds between two looks at least; a slow phone rests as long as it took to look. */
const pause = 120;
const frameSize = 1_280;
const frameEffort = 40;

export const createCamera = (onCode: (text: string) => void): Camera => {
  const video = get<HTMLVideoElement>('camera-video');
  const torch = get<HTMLButtonElement>('camera-torch');
  let stream: MediaStream | undefined;
  // Each opening has a number, so that a permission given late, or a frame of before, is not mistaken for this one's.
  let opening = 0;

  const close = () => {
    opening += 1;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    video.srcObject = null;
    get('camera-view').hidden = true;
    get('camera-open').hidden = false;
  };

  const look = async (number: number): Promise<void> => {
    const started = performance.now();
    const { videoWidth: width, videoHeight: height } = video;
    const text =
      width > 0 ? await readCode({ source: video, width, height, size: frameSize, effort: frameEffort }) : undefined;
    if (number !== opening) return;
    if (text === undefined) {
      setTimeout(() => void look(number), Math.max(pause, performance.now() - started));
      return;
    }
    close();
    onCode(text);
  };

  const open = async () => {
    close();
    tell('camera-problem');
    const number = opening;
    try {
      const opened = await requestStream();
      if (number !== opening) {
        for (const track of opened.getTracks()) track.stop();
        return;
      }
      stream = opened;
      video.srcObject = opened;
      get('camera-view').hidden = false;
      get('camera-open').hidden = true;
      offerTorch(torch, opened);
      await video.play();
      get('camera-view').scrollIntoView({ block: 'nearest' });
      await look(number);
    } catch (error) {
      if (number !== opening) return;
      close();
      tell('camera-problem', problemOf(error));
    }
  };

  get('camera-open').addEventListener('click', () => void open());
  get('camera-stop').addEventListener('click', close);
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
const problemOf = (error: unknown): 'denied' | 'missing' | 'busy' => {
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
