using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RecurrentGpt.Web.Storage;

/// <summary>EF Core's model of the database, which takes a good part of the start to make and needs nothing of the program for it.</summary>
internal static class ModelAhead
{
    /// <summary>Makes it on another thread while the program is put together. EF Core keeps it for every context of such options.</summary>
    public static Task<IModel> BeginAsync() => Task.Run(Make);

    private static IModel Make()
    {
        using var db = new WritingDb(new DbContextOptionsBuilder<WritingDb>().UseSqlite().Options);
        return db.Model;
    }
}
