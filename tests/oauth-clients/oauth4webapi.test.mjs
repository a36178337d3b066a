// oauth4webapi holds every answer against the RFCs and throws over whatever they do not allow.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as oauth from 'oauth4webapi';
import { assistant, base, callback, me, names, planner, pocket, visit } from './world.mjs';

const onLoopback = { [oauth.allowInsecureRequests]: true };
const confidential = { client_id: planner.clientId };
const bySecret = oauth.ClientSecretBasic(planner.clientSecret);
let server;

before(async () => {
    const issuer = new URL(base);
    server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...onLoopback }));
});

test('the server is discovered with the algorithm oauth2', () => {
    assert.equal(server.issuer, base);
    assert.deepEqual(server.code_challenge_methods_supported, ['S256']);
    assert.ok(server.grant_types_supported.includes('client_credentials'));
});

for (const [path, scope] of [['/api/v3', 'api_v3'], ['/scim_v2', 'scim_v2'], ['/mcp', 'mcp'], ['/api/bcf/2.1', 'bcf_v2_1']]) {
    test(`the resource ${path} names its authorization server and its scope`, async () => {
        const resource = new URL(base + path);
        const found = await oauth.processResourceDiscoveryResponse(resource, await oauth.resourceDiscoveryRequest(resource, onLoopback));
        assert.equal(found.authorization_servers.at(-1), base);
        assert.deepEqual(found.scopes_supported, [scope]);
    });
}

for (const [kind, application, authentication] of [
    ['a secret in the header', planner, oauth.ClientSecretBasic],
    ['a secret in the body', planner, oauth.ClientSecretPost],
    ['no secret', pocket, oauth.None],
]) {
    test(`an application with ${kind} gets tokens by code and PKCE, and others by refreshing once`, async () => {
        const client = { client_id: application.clientId };
        const proof = authentication(application.clientSecret);
        const first = await signIn(client, proof);
        assert.equal(first.expires_in, 7200);
        assert.equal(first.scope, 'api_v3');
        assert.equal(await whoIs(first.access_token), names.person);

        const second = await refresh(client, proof, first.refresh_token);
        assert.notEqual(second.refresh_token, first.refresh_token);
        assert.equal(await whoIs(second.access_token), names.person);
        await assert.rejects(refresh(client, proof, first.refresh_token), { error: 'invalid_grant', status: 400 });
    });
}

test('a token is introspected, and revoked with everything of its sign-in', async () => {
    const tokens = await signIn(confidential, bySecret);
    const known = await introspect(tokens.access_token);
    assert.deepEqual([known.active, known.scope, known.client_id, known.iss], [true, 'api_v3', planner.clientId, base]);

    await oauth.processRevocationResponse(await oauth.revocationRequest(server, confidential, bySecret, tokens.refresh_token, onLoopback));

    assert.deepEqual(await introspect(tokens.access_token), { active: false });
    await assert.rejects(whoIs(tokens.access_token), error => error.cause?.[0]?.parameters.error === 'invalid_token');
    await assert.rejects(refresh(confidential, bySecret, tokens.refresh_token), { error: 'invalid_grant' });
});

test('another application is told nothing about a token, and cannot revoke it', async () => {
    const tokens = await signIn(confidential, bySecret);
    const other = [{ client_id: assistant.clientId }, oauth.ClientSecretBasic(assistant.clientSecret)];

    const told = await oauth.processIntrospectionResponse(server, other[0], await oauth.introspectionRequest(server, ...other, tokens.access_token, onLoopback));
    await oauth.processRevocationResponse(await oauth.revocationRequest(server, ...other, tokens.access_token, onLoopback));

    assert.deepEqual(told, { active: false });
    assert.equal(await whoIs(tokens.access_token), names.person);
});

test('an application comes for itself as its user', async () => {
    const answer = await oauth.clientCredentialsGrantRequest(server, confidential, bySecret, { scope: 'api_v3' }, onLoopback);
    const tokens = await oauth.processClientCredentialsResponse(server, confidential, answer);
    assert.equal(tokens.refresh_token, undefined);
    assert.equal(await whoIs(tokens.access_token), names.planner);
});

test('a wrong secret, a wrong verifier and a person who does not agree are refused in the words of the RFC', async () => {
    const wrong = await oauth.clientCredentialsGrantRequest(server, confidential, oauth.ClientSecretBasic('wrong'), {}, onLoopback);
    await assert.rejects(oauth.processClientCredentialsResponse(server, confidential, wrong), { status: 401 });
    await assert.rejects(signIn(confidential, bySecret, { verifier: oauth.generateRandomCodeVerifier() }), { error: 'invalid_grant' });
    await assert.rejects(signIn({ client_id: pocket.clientId }, oauth.None(), { decision: 'deny' }), { error: 'access_denied' });
});

async function signIn(client, proof, { verifier, decision } = {}) {
    const [made, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
    const request = new URL(server.authorization_endpoint);
    request.search = new URLSearchParams({
        response_type: 'code', client_id: client.client_id, redirect_uri: callback, scope: 'api_v3', state,
        code_challenge: await oauth.calculatePKCECodeChallenge(made), code_challenge_method: 'S256',
    });
    const parameters = oauth.validateAuthResponse(server, client, await visit(request, { decision }), state);
    const answer = await oauth.authorizationCodeGrantRequest(server, client, proof, parameters, callback, verifier ?? made, onLoopback);
    return oauth.processAuthorizationCodeResponse(server, client, answer);
}

async function refresh(client, proof, token) {
    return oauth.processRefreshTokenResponse(server, client, await oauth.refreshTokenGrantRequest(server, client, proof, token, onLoopback));
}

async function introspect(token) {
    return oauth.processIntrospectionResponse(server, confidential, await oauth.introspectionRequest(server, confidential, bySecret, token, onLoopback));
}

async function whoIs(token) {
    const answer = await oauth.protectedResourceRequest(token, 'GET', me, undefined, undefined, onLoopback);
    return (await answer.json()).name;
}
