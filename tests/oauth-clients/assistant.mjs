// An application with the MCP SDK's OAuth client.
import { assistant, base, callback } from './world.mjs';

/** An application that was registered before, as its author writes it. */
export class Assistant {
    redirectUrl = callback;
    clientMetadata = { client_name: 'Assistant', redirect_uris: [callback] };
    state = () => 'st4te';
    clientInformation = () => this.information ?? { client_id: assistant.clientId, client_secret: assistant.clientSecret, issuer: base };
    saveClientInformation = information => { this.information = information; };
    tokens = () => this.kept;
    saveTokens = tokens => { this.kept = tokens; };
    redirectToAuthorization = address => { this.asked = address; };
    saveCodeVerifier = verifier => { this.verifier = verifier; };
    codeVerifier = () => this.verifier;
    saveDiscoveryState = state => { this.discovered = state; };
    discoveryState = () => this.discovered;
}
