using Microsoft.AspNetCore.Localization;

namespace RecurrentGpt.Web.Hosting;

/// <summary>Reads Accept-Language. ASP.NET Core's own reader looks at three entries only, and knows no zh-CN where there is only zh-Hans.</summary>
internal sealed class BrowserLanguage : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var language = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .Where(wanted => wanted.Quality != 0)
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => ScreenLanguages.Find(wanted.Value.ToString()))
            .FirstOrDefault(found => found is not null);
        return language is null ? NullProviderCultureResult : Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language));
    }
}
