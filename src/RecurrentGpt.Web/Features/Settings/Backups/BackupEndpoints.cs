using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Features.Settings.Backups;

/// <summary>GET /backups/{name}: one backup, to be carried away by the owner of the desk. To all others there is none.</summary>
public static class BackupEndpoints
{
    private const string MediaType = "application/vnd.sqlite3";

    public static IEndpointRouteBuilder MapBackups(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/backups/{name}", Download);
        return endpoints;
    }

    private static IResult Download(string name, BackupShelf shelf, Person person) =>
        person.IsFirst && shelf.Find(name) is { } file ? TypedResults.PhysicalFile(file, MediaType, name) : TypedResults.NotFound();
}
