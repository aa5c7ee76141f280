namespace RecurrentGpt.Web.Features.Export;

/// <summary>GET /stories/{id}/export?format=markdown|json</summary>
public static class ExportEndpoints
{
    public static IEndpointRouteBuilder MapExport(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stories/{id:guid}/export", ExportAsync);
        return endpoints;
    }

    private static async Task<IResult> ExportAsync(Guid id, string? format, StoryExport stories, CancellationToken cancellationToken)
    {
        if (!ExportFormat.TryNamed(format, out var chosen))
        {
            return TypedResults.Text($"A story is exported with ?format=markdown or ?format=json, not \"{format}\".", statusCode: StatusCodes.Status400BadRequest);
        }

        return await stories.FindAsync(id, cancellationToken) is { } story
            ? TypedResults.Stream(
                stream => chosen.WriteAsync(story, stream, cancellationToken),
                chosen.MediaType,
                ExportFileName.Of(story.Title, chosen))
            : TypedResults.NotFound();
    }
}
