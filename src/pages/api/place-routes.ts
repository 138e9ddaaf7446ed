import { Type } from 'typebox';
import { answerPlaces, type PlacesQuestion } from '../../territory/answer-places.ts';
import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';

const optionalText = (description: string) => Type.Optional(Type.String({ description }));

export const placeRoutes = ({ territory }: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/v1/places',
    access: 'public',
    schema: {
      summary: 'Find places of the territory',
      description:
        'Arabic spelling variants (hamza, taa marbuta, alef maqsura, diacritics) and French accents are treated alike.',
      tags: ['places'],
      querystring: Type.Object({
        level: optionalText('country, governorate, district, municipality or village'),
        q: optionalText('The beginning of a name, in any of the languages'),
        parent: optionalText('Only places within the one with this code'),
        lon: optionalText(
          'Longitude of a point in degrees (WGS 84), with `lat`: the narrowest place in which it lies, or the one of `level`',
        ),
        lat: optionalText('Latitude of the point'),
        page: optionalText('What `next` of the page before said'),
        lang: optionalText('ar, fr or en'),
      }),
      response: { 200: Type.Object({}, { additionalProperties: true }), ...problemResponses },
    },
    handler: (request, reply) => {
      reply.header('cache-control', 'public, max-age=300').header('vary', 'accept-language');
      return answerPlaces(territory, request.query as PlacesQuestion, request.locale);
    },
  },
];
