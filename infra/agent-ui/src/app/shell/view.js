import { LitElement } from 'lit';

/**
 * A part of the page. It renders into the page itself rather than a shadow root, so that labels, descriptions and live regions
 * can refer to each other across parts, and one style sheet dresses all of them.
 */
export class View extends LitElement {
  constructor() {
    super();
    /** What to undo when this part leaves the page. @type {(() => void)[]} */
    this._leaving = [];
  }

  createRenderRoot() {
    return this;
  }

  /**
   * Undoes something when this part leaves the page.
   *
   * @param {...(() => void)} steps
   */
  onLeaving(...steps) {
    this._leaving.push(...steps);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this._leaving.forEach((step) => step());
    this._leaving = [];
  }
}
