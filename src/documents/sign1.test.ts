import { encode, Tagged } from 'cborg';
import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PublishedKey } from './credential-format.ts';
import { base64Url, checkSignature, readSign1 } from './sign1.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const publishedKey = (x: string, y: string, kid: string): PublishedKey => ({
  kty: 'EC',
  crv: 'P-256',
  x: base64Url(bytes(x)),
  y: base64Url(bytes(y)),
  kid: base64Url(new TextEncoder().encode(kid)),
  alg: 'ES256',
  use: 'sig',
  nbf: 0,
  exp: 4_000_000_000,
});

const standards = [
  {
    source: 'RFC 9052, C.2.1',
    message:
      'd28443a10126a10442313154546869732069732074686520636f6e74656e742e58408eb33e4ca31d1c465ab05aac34cc6b23d58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c345cacb36',
    key: publishedKey(
      'bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff',
      '20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e',
      '11',
    ),
  },
  {
    source: 'RFC 8392, A.3',
    message:
      'd28443a10126a104524173796d6d657472696345434453413235365850a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c696768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b7158405427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30',
    key: publishedKey(
      '143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f',
      '60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9',
      'AsymmetricECDSA256',
    ),
  },
];

test.each(standards)(
  'the signed example of $source is accepted, and not with one bit changed',
  async ({ message, key }) => {
    const original = bytes(message);
    expect(await checkSignature(readSign1(original)!, [key])).toEqual({ outcome: 'good', key });
    const damaged = original.with(original.length - 70, original.at(-70)! ^ 1);
    expect(await checkSignature(readSign1(damaged)!, [key])).toEqual({ outcome: 'bad' });
  },
);

// What follows is signed here, to vary what stands around the signature.
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const edwards = generateKeyPairSync('ed25519');
const encoder = new TextEncoder();
const [ours, other] = [encoder.encode('ours'), encoder.encode('other')];
const published = (pair: { publicKey: typeof curve.publicKey }, alg: 'ES256' | 'EdDSA', kid = ours) =>
  ({
    ...pair.publicKey.export({ format: 'jwk' }),
    kid: base64Url(kid),
    alg,
    use: 'sig',
    nbf: 0,
    exp: 4_000_000_000,
  }) as PublishedKey;
const es256 = published(curve, 'ES256');
const edDsa = published(edwards, 'EdDSA');

const message = (
  protectedHeader: [number, unknown][],
  unprotected: [number, unknown][],
  wrap = (inner: unknown): unknown => new Tagged(18, inner),
) => {
  const header = protectedHeader.length > 0 ? encode(new Map(protectedHeader)) : new Uint8Array(0);
  const payload = encoder.encode('payload');
  const signed = encode(['Signature1', header, new Uint8Array(0), payload]);
  const isEdwards = [...protectedHeader, ...unprotected].some(([label, value]) => label === 1 && value === -8);
  const signature = isEdwards
    ? sign(null, signed, edwards.privateKey)
    : sign('sha256', signed, { key: curve.privateKey, dsaEncoding: 'ieee-p1363' });
  return readSign1(encode(wrap([header, new Map(unprotected), payload, new Uint8Array(signature)])));
};

test('a CWT tag around the COSE tag, or no tag at all, makes no difference', async () => {
  for (const wrap of [(inner: unknown) => new Tagged(61, new Tagged(18, inner)), (inner: unknown) => inner]) {
    expect(
      await checkSignature(
        message(
          [
            [1, -7],
            [4, ours],
          ],
          [],
          wrap,
        )!,
        [es256],
      ),
    ).toMatchObject({ outcome: 'good' });
  }
});

test('EdDSA is checked like ES256, and neither key serves for the other algorithm', async () => {
  expect(
    await checkSignature(
      message(
        [
          [1, -8],
          [4, ours],
        ],
        [],
      )!,
      [es256, edDsa],
    ),
  ).toMatchObject({ outcome: 'good', key: { alg: 'EdDSA' } });
  expect(
    await checkSignature(
      message(
        [
          [1, -8],
          [4, ours],
        ],
        [],
      )!,
      [es256],
    ),
  ).toEqual({ outcome: 'bad' });
});

test('a key id in the unprotected header serves; when both are there the protected one counts', async () => {
  expect(await checkSignature(message([[1, -7]], [[4, ours]])!, [es256])).toMatchObject({ outcome: 'good' });
  expect(
    await checkSignature(
      message(
        [],
        [
          [1, -7],
          [4, ours],
        ],
      )!,
      [es256],
    ),
  ).toMatchObject({ outcome: 'good' });
  expect(
    await checkSignature(
      message(
        [
          [1, -7],
          [4, ours],
        ],
        [[4, other]],
      )!,
      [es256],
    ),
  ).toMatchObject({ outcome: 'good' });
  expect(
    await checkSignature(
      message(
        [
          [1, -7],
          [4, other],
        ],
        [[4, ours]],
      )!,
      [es256],
    ),
  ).toEqual({ outcome: 'unknown-key' });
  expect(await checkSignature(message([[1, -7]], [])!, [es256])).toEqual({ outcome: 'unknown-key' });
});

test('every key with the same key id is tried', async () => {
  const namesake = published(generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'ES256');
  const unusable = { ...es256, x: 'AAAA' };
  expect(
    await checkSignature(
      message(
        [
          [1, -7],
          [4, ours],
        ],
        [],
      )!,
      [unusable, namesake, es256],
    ),
  ).toEqual({ outcome: 'good', key: es256 });
  expect(
    await checkSignature(
      message(
        [
          [1, -7],
          [4, ours],
        ],
        [],
      )!,
      [namesake],
    ),
  ).toEqual({ outcome: 'bad' });
  expect(
    await checkSignature(
      message(
        [
          [1, -7],
          [4, ours],
        ],
        [],
      )!,
      [unusable],
    ),
  ).toEqual({ outcome: 'unknown-key' });
});

test('a message with a critical header that nobody here understands is not read', () => {
  expect(
    message(
      [
        [1, -7],
        [2, [99]],
        [4, ours],
        [99, 1],
      ],
      [],
    ),
  ).toBeUndefined();
});
