using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RecurrentGpt.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class MemoryYouCanTrust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Prompts",
                table: "Stories",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "AcceptedChanges",
                table: "Steps",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "RecalledWithout",
                table: "Steps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SentMemory",
                table: "Steps",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Arrived",
                table: "Runs",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "Held",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Toss",
                table: "Runs",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WrittenSummary",
                table: "MemoryEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Parts",
                table: "Exchanges",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            // What a step was given was its parent's memory, as far as it is still known.
            migrationBuilder.Sql(
                """
                UPDATE Steps SET SentMemory = coalesce((SELECT parent.ShortTermMemory FROM Steps AS parent WHERE parent.Id = Steps.ParentId), '')
                WHERE PlanSource <> 'Opening';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Prompts",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "AcceptedChanges",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "RecalledWithout",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "SentMemory",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "Arrived",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Held",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Toss",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "WrittenSummary",
                table: "MemoryEntries");

            migrationBuilder.DropColumn(
                name: "Parts",
                table: "Exchanges");
        }
    }
}
