// openid-client is what most Node.js programs use: it is given the issuer's address and finds the rest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as client from 'openid-client';
import { base, callback, me, names, planner, pocket, visit } from './world.mjs';

const known = (application, proof) =>
    client.discovery(new URL(base), application.clientId, undefined, proof, { algorithm: 'oauth2', execute: [client.allowInsecureRequests] });
const confidential = () => known(planner, client.ClientSecretBasic(planner.clientSecret));

for (const [kind, discover] of [['a secret', confidential], ['no secret', () => known(pocket, client.None())]]) {
    test(`an application with ${kind} discovers the server, gets tokens by code and PKCE, and refreshes once`, async () => {
        const config = await discover();
        assert.equal(config.serverMetadata().issuer, base);
        const first = await signIn(config);
        assert.equal(await whoIs(config, first), names.person);

        const second = await client.refreshTokenGrant(config, first.refresh_token);
        assert.equal(await whoIs(config, second), names.person);
        await assert.rejects(client.refreshTokenGrant(config, first.refresh_token), { error: 'invalid_grant' });
    });
}

test('a token is introspected and revoked', async () => {
    const config = await confidential();
    const tokens = await signIn(config);
    assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, true);

    await client.tokenRevocation(config, tokens.access_token);

    assert.equal((await client.tokenIntrospection(config, tokens.access_token)).active, false);
    await assert.rejects(client.refreshTokenGrant(config, tokens.refresh_token), { error: 'invalid_grant' });
    await assert.rejects(whoIs(config, tokens));
});

test('an application comes for itself as its user', async () => {
    const config = await confidential();
    assert.equal(await whoIs(config, await client.clientCredentialsGrant(config, { scope: 'api_v3' })), names.planner);
});

test('an unknown scope comes back to the application as an error, with its state', async () => {
    const config = await confidential();
    await assert.rejects(signIn(config, 'everything'), { error: 'invalid_scope' });
});

async function signIn(config, scope = 'api_v3') {
    const [pkceCodeVerifier, expectedState] = [client.randomPKCECodeVerifier(), client.randomState()];
    const request = client.buildAuthorizationUrl(config, {
        redirect_uri: callback, scope, state: expectedState,
        code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: 'S256',
    });
    return client.authorizationCodeGrant(config, await visit(request), { pkceCodeVerifier, expectedState });
}

async function whoIs(config, tokens) {
    const answer = await client.fetchProtectedResource(config, tokens.access_token, me, 'GET');
    return (await answer.json()).name;
}
