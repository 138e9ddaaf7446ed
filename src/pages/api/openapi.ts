import type { SwaggerOptions } from '@fastify/swagger';
import type { Parts } from '../parts.ts';

/** The description of the API, made from the routes' own schemas. */
export const openApi = ({ country, config }: Parts): SwaggerOptions => ({
  // Pages are no part of it.
  hideUntagged: true,
  openapi: {
    openapi: '3.1.0',
    info: {
      title: `${country.portal.en} – Diwan API`,
      version: '1',
      description:
        'Submit to declared services, follow and act on records. Errors are RFC 9457 problem documents in the language of `?lang=` or Accept-Language. Every submission carries a key (UUID) chosen by the sender: sending it again is safe and gives the same answer.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: config.url }],
    components: {
      securitySchemes: {
        staff: { type: 'http', scheme: 'bearer', description: 'A session from POST /api/v1/sessions' },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: "A key of an institution's own system, `dwk_…`: wherever a session is taken, within its scope",
        },
        secret: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Record-Secret',
          description: 'The secret that the applicant was given',
        },
      },
    },
  },
});
