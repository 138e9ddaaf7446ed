import { statement } from '../base/database.ts';

export const putContent = statement(
  'file-content/put',
  'insert into file_content (key, content) values ($1, $2) on conflict (key) do update set content = excluded.content',
);

export const getContent = statement<{ content: Buffer }>(
  'file-content/get',
  'select content from file_content where key = $1',
);

export const removeContent = statement('file-content/remove', 'delete from file_content where key = $1');
