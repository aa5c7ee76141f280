using Microsoft.AspNetCore.Http.HttpResults;

namespace RecurrentGpt.Web.Hosting.Limits;

internal static class TooMuch
{
    private const string Page = "text/html";

    /// <summary>Says what was too much: on a page to whoever asked for one, else in plain text.</summary>
    public static Task AnswerAsync(HttpContext context, int status, string heading, string explanation)
    {
        var wantsPage = context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(Page, StringComparison.OrdinalIgnoreCase));
        return wantsPage
            ? PageOf(status, heading, explanation).ExecuteAsync(context)
            : TypedResults.Text(explanation, statusCode: status).ExecuteAsync(context);
    }

    private static RazorComponentResult<TooMuchPage> PageOf(int status, string heading, string explanation) =>
        new(new Dictionary<string, object?> { [nameof(TooMuchPage.Heading)] = heading, [nameof(TooMuchPage.Explanation)] = explanation }) { StatusCode = status };
}
