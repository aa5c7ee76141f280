// Starts Blazor, with our own way of coming back.
import { reconnectionHandler } from "./connection.js";
import "./kept.js";

// The server speaks every 5 seconds (Circuits in the options): a connection on which nothing comes for so long is gone, though nobody has closed it.
const isSilentAfter = 12_000; // milliseconds
const speaksEvery = 5_000;
const isAnsweredIn = 10_000;

Blazor.registerCustomEventType("kept", { createEventArgs: (event) => ({ text: event.detail }) });
Blazor.start({
  circuit: {
    reconnectionHandler,
    configureSignalR: (builder) =>
      builder.withUrl("_blazor", { timeout: isAnsweredIn }).withServerTimeout(isSilentAfter).withKeepAliveInterval(speaksEvery),
  },
});
