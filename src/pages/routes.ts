import { apiDocumentRoutes } from './api/document-routes.ts';
import { agreementApiRoutes } from './api/agreement-routes.ts';
import { bulkApiRoutes } from './api/bulk-routes.ts';
import { consentApiRoutes } from './api/consent-routes.ts';
import { catalogueRoutes } from './api/catalogue-routes.ts';
import { importApiRoutes } from './api/import-routes.ts';
import { keyRoutes } from './api/key-routes.ts';
import { optionRoutes } from './api/option-routes.ts';
import { placeRoutes } from './api/place-routes.ts';
import { readingRoutes } from './api/reading-routes.ts';
import { recordRoutes } from './api/record-routes.ts';
import { rowTableRoutes } from './api/row-table-routes.ts';
import { sessionRoutes } from './api/session-routes.ts';
import { submissionRoutes } from './api/submission-routes.ts';
import { previewRoutes } from './record-files.ts';
import { partialUploadRoutes } from './api/partial-upload-routes.ts';
import { uploadRoutes } from './api/upload-routes.ts';
import { outboxRoutes } from './demo/outbox-routes.tsx';
import { specimenRoutes } from './demo/specimen-routes.tsx';
import type { Metrics } from './http/metrics.ts';
import { operationRoutes } from './operation-routes.ts';
import type { Parts } from './parts.ts';
import { publicRoutes } from './public/routes.ts';
import type { Request, Route } from './route.ts';
import { pageContext } from './send-page.ts';
import { staffRoutes } from './staff/staff-routes.ts';
import { joinRoutes } from './staff/join-routes.tsx';
import { resetRoutes } from './staff/reset-routes.tsx';
import { secondStepRoutes } from './staff/second-step-routes.tsx';
import { signInRoutes } from './staff/sign-in-routes.tsx';
import { setupRoutes } from './setup/setup-routes.tsx';
import { themeRoutes } from './theme-routes.ts';
import { verifyRoutes } from './verify/verify-routes.tsx';

/** Every address of the program, on one page. */
export const routesOf = (parts: Parts, metrics: Metrics): readonly Route[] => {
  const contextOf = (request: Request) => pageContext(parts, request);
  return [
    ...operationRoutes(parts, metrics),
    ...catalogueRoutes(parts),
    ...submissionRoutes(parts),
    ...uploadRoutes(parts),
    ...importApiRoutes(parts),
    ...bulkApiRoutes(parts),
    ...partialUploadRoutes(parts),
    ...recordRoutes(parts),
    ...readingRoutes(parts),
    ...consentApiRoutes(parts),
    ...agreementApiRoutes(parts),
    ...apiDocumentRoutes(parts),
    ...placeRoutes(parts),
    ...optionRoutes(parts),
    ...rowTableRoutes(parts),
    ...keyRoutes(parts),
    ...sessionRoutes(parts),
    ...previewRoutes(parts),
    ...themeRoutes(parts),
    ...setupRoutes(parts),
    ...publicRoutes(parts),
    ...verifyRoutes(parts),
    ...signInRoutes({ ...parts, contextOf }),
    ...secondStepRoutes({ ...parts, contextOf }),
    ...resetRoutes({ ...parts, contextOf }),
    ...joinRoutes({ ...parts, contextOf }),
    ...staffRoutes(parts),
    ...(parts.config.demo
      ? [
          ...outboxRoutes({
            database: parts.database,
            render: parts.renderMessage,
            timeZone: parts.country.timeZone,
            contextOf,
          }),
          ...specimenRoutes({ ...parts, contextOf }),
        ]
      : []),
  ];
};
