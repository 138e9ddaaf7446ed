import type { FastifyReply } from 'fastify';

/**
 * Asks the browser to drop what it may still hold of pages that were seen (Clear-Site-Data). Pages are not stored anyway;
 * storage stays, since a phone that checks documents without a connection lives on it.
 */
export const clearCopies = (reply: FastifyReply): FastifyReply => reply.header('clear-site-data', '"cache"');
