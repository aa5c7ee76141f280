using System.Globalization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace RecurrentGpt.Web.Hosting;

/// <summary>Keeps a page in the language that it was opened in, also when its connection was lost and comes back after another page has chosen another language.</summary>
internal sealed class PageLanguage : CircuitHandler
{
    private (CultureInfo Culture, CultureInfo Words) _own = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _own = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _own;
        await next(context);
    };
}
