// The OAuth client of the Model Context Protocol's SDK starts from nothing but the address of the MCP server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auth, refreshAuthorization } from '@modelcontextprotocol/sdk/client/auth.js';
import { ClientCredentialsProvider } from '@modelcontextprotocol/sdk/client/auth-extensions.js';
import { Assistant } from './assistant.mjs';
import { assistant, base, me, visit } from './world.mjs';

const serverUrl = `${base}/mcp`;

test('an assistant finds the authorization server, is let in, and refreshes once', async () => {
    const provider = new Assistant();
    assert.equal(await auth(provider, { serverUrl }), 'REDIRECT');
    assert.equal(provider.discovered.authorizationServerUrl.replace(/\/$/, ''), base);
    assert.equal(provider.asked.searchParams.get('resource'), serverUrl);
    assert.equal(provider.asked.searchParams.get('scope'), 'mcp');
    const back = await visit(provider.asked);
    assert.equal(back.searchParams.get('state'), 'st4te');
    assert.equal(await auth(provider, { serverUrl, authorizationCode: back.searchParams.get('code') }), 'AUTHORIZED');
    const first = provider.kept;
    assert.equal(first.scope, 'mcp');

    assert.equal(await auth(provider, { serverUrl }), 'AUTHORIZED');
    assert.notEqual(provider.kept.access_token, first.access_token);
    await assert.rejects(
        refreshAuthorization(base, {
            metadata: provider.discovered.authorizationServerMetadata, clientInformation: provider.clientInformation(),
            refreshToken: first.refresh_token, resource: new URL(serverUrl),
        }),
        { errorCode: 'invalid_grant' });
});

test('its token opens MCP and nothing else', async () => {
    const provider = new ClientCredentialsProvider({ clientId: assistant.clientId, clientSecret: assistant.clientSecret, scope: 'mcp', expectedIssuer: base });
    assert.equal(await auth(provider, { serverUrl }), 'AUTHORIZED');
    const elsewhere = await fetch(me, { headers: { authorization: `Bearer ${provider.tokens().access_token}` } });
    assert.equal(elsewhere.status, 401);
});
