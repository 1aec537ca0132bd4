/**
 * @typedef {{ email: string, first_name: string, last_name: string, role: string, id: number }} DemoAgent
 *
 * @typedef {{ kind: 'demo', agents: DemoAgent[] } | { kind: 'oidc', issuer: string, clientId: string, scope?: string }} SignIn
 *
 * @typedef {{ apiUrl: string, webSocketUrl: string, signIn: SignIn }} Config
 */

/** What this installation is told about itself. @returns {Promise<Config>} */
export async function loadConfig() {
  const response = await fetch('config.json');
  if (!response.ok) {
    throw new Error(`config.json answers ${response.status}`);
  }
  return response.json();
}
