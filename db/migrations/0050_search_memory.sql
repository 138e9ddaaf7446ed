-- With the little memory of other statements, the places of a common beginning are kept by the page, and every record of a page
-- is then looked at again.

alter function search_candidates set work_mem = '32MB';
