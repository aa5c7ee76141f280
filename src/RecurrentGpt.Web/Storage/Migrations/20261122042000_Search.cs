using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RecurrentGpt.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        // Triggers, so that whoever writes a step cannot forget it. A paragraph that is changed gets a row anew: SQLite before 3.43 takes nothing out of an index
        // that keeps no text, so what its old row says there leads nowhere from then on, and AUTOINCREMENT never gives that row to another.
        private const string Anew =
            """
            DELETE FROM SearchedSteps WHERE StepId = new.Id;
            INSERT INTO SearchedSteps (StepId, StoryId, IsRead) VALUES (new.Id, new.StoryId, 0);
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                CREATE TABLE SearchedSteps (
                    Row INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                    StepId TEXT NOT NULL UNIQUE,
                    StoryId TEXT NOT NULL,
                    IsRead INTEGER NOT NULL);
                """);
            migrationBuilder.Sql("CREATE INDEX IX_SearchedSteps_StoryId_Unread ON SearchedSteps (StoryId) WHERE IsRead = 0;");

            // Two letters are the shortest beginning of a word that is searched for, and the one that most words have: it has rows of its own.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE StepWords USING fts5(Words, content='', tokenize='unicode61 remove_diacritics 2', prefix='2');");

            // The texts are read later, in the background; the plus keeps SQLite at the index that has both columns and away from the pages of the texts.
            migrationBuilder.Sql("INSERT INTO SearchedSteps (StepId, StoryId, IsRead) SELECT Id, StoryId, 0 FROM Steps ORDER BY +Id;");
            migrationBuilder.Sql($"CREATE TRIGGER SearchedSteps_Added AFTER INSERT ON Steps BEGIN {Anew} END;");
            migrationBuilder.Sql(
                $"CREATE TRIGGER SearchedSteps_Changed AFTER UPDATE OF Paragraph ON Steps WHEN new.Paragraph <> old.Paragraph BEGIN {Anew} END;");
            migrationBuilder.Sql("CREATE TRIGGER SearchedSteps_Removed AFTER DELETE ON Steps BEGIN DELETE FROM SearchedSteps WHERE StepId = old.Id; END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER SearchedSteps_Removed;");
            migrationBuilder.Sql("DROP TRIGGER SearchedSteps_Changed;");
            migrationBuilder.Sql("DROP TRIGGER SearchedSteps_Added;");
            migrationBuilder.Sql("DROP TABLE StepWords;");
            migrationBuilder.Sql("DROP TABLE SearchedSteps;");
        }
    }
}
