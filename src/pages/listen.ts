import type { FastifyInstance } from 'fastify';
import type { Config } from '../base/config.ts';
import { StartupError } from '../base/startup-error.ts';

/** Opens the port; says plainly why it cannot. Gives the address on this machine. */
export const listen = async (app: FastifyInstance, { port, host }: Config): Promise<string> => {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartupError(
        `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new StartupError(`Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartupError(`HOST="${host}" is no address of this machine. Write localhost or 0.0.0.0.`);
    throw error;
  }
};
