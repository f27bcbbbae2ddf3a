import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI document, at `/openapi.json`, and a page to try it on, at `/docs`. */
export function showDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => openApiOf(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Sikker By API',
    swaggerOptions: {
      persistAuthorization: true,
      displayRequestDuration: true,
      requestInterceptor,
    },
  });
}

/** Runs in the page, as text, so it stands alone: puts a new key in the place of the example. */
function requestInterceptor(request: { headers: Record<string, string> }) {
  if (request.headers['Idempotency-Key'] === 'new-key-for-every-intent') {
    request.headers['Idempotency-Key'] = crypto.randomUUID();
  }
  return request;
}

/** What the API's routes say of themselves. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sikker By')
    .setDescription(
      'Coordination of cases under the City of Copenhagen’s Sikker By strategy. Press Authorize ' +
        'and paste a token: the demo’s are at /dev. Commands answer with a receipt: its revision is the If-Match of ' +
        'the next command, its position the X-Min-Position of a query that must show it. Everything ' +
        'that goes wrong is a problem document (RFC 9457), in Danish with Accept-Language: da.',
    )
    .setVersion('0.1.0')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
  });
  for (const { post } of Object.values(document.paths)) {
    // The compiler plugin does not see that a CreateRoute answers 201.
    if (post && '201' in post.responses) delete post.responses['200'];
  }
  sortEnums(document);
  return document;
}

/**
 * The compiler plugin has the values of a union in the order in which the compiler met them, which
 * another build may change: in code units they are the same in each.
 */
function sortEnums(part: object): void {
  for (const [name, value] of Object.entries(part) as [string, unknown][]) {
    if (typeof value !== 'object' || value === null) continue;
    if (name !== 'enum' || !Array.isArray(value)) sortEnums(value);
    // A new array: the document has the very one that the rules of the domain go by.
    else Object.assign(part, { enum: value.toSorted() });
  }
}
