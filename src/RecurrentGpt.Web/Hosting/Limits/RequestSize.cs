using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Hosting.Limits;

internal static class RequestSize
{
    /// <summary>Refuses a body that says it is too large, unread. The server ends one that says nothing where it becomes too large.</summary>
    public static IApplicationBuilder UseRequestSize(this IApplicationBuilder app)
    {
        var limit = app.ApplicationServices.GetRequiredService<IOptions<LimitOptions>>().Value.RequestBytes;
        var words = app.ApplicationServices.GetRequiredService<IStringLocalizer<LimitsText>>();
        return app.Use((context, next) => context.Request.ContentLength > limit ? RefuseAsync(context, limit, words) : next(context));
    }

    private static Task RefuseAsync(HttpContext context, long limit, IStringLocalizer<LimitsText> text) =>
        TooMuch.AnswerAsync(context, StatusCodes.Status413PayloadTooLarge, text["TooLarge"], text["TooLargeText", limit / 1024]);
}
