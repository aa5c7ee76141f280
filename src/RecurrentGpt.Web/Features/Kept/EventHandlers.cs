using Microsoft.AspNetCore.Components;

namespace RecurrentGpt.Web.Features.Kept;

/// <summary>Makes <c>@onkept</c> known to Razor, which finds it by this name.</summary>
[EventHandler("onkept", typeof(KeptTextEventArgs))]
public static class EventHandlers;
