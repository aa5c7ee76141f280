using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>GET /play/{id}/export</summary>
public static class PlaythroughEndpoints
{
    public static IEndpointRouteBuilder MapPlaythroughs(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/play/{id:guid}/export", ExportAsync);
        return endpoints;
    }

    private static async Task<IResult> ExportAsync(Guid id, StoryExport stories, PlaythroughExport playthroughs, CancellationToken cancellationToken) =>
        await stories.FindAsync(id, cancellationToken) is { } story
            ? TypedResults.Stream(
                stream => playthroughs.WriteAsync(story, stream, cancellationToken),
                ExportFormat.Markdown.MediaType,
                ExportFileName.Of(story.Title, ExportFormat.Markdown))
            : TypedResults.NotFound();
}
