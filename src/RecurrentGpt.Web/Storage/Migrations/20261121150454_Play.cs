using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RecurrentGpt.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Play : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Turn",
                table: "Steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Turn",
                table: "Runs",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Turn",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "Runs");
        }
    }
}
