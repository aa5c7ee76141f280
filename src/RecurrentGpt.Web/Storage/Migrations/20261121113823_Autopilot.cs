using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RecurrentGpt.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Autopilot : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "PreferredPlan",
                table: "StepMarks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AutopilotId",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Choice",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Autopilots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Worked = table.Column<long>(type: "INTEGER", nullable: false),
                    Fuse = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Autopilots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Autopilots_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_AutopilotId",
                table: "Runs",
                column: "AutopilotId");

            migrationBuilder.CreateIndex(
                name: "IX_Autopilots_Running",
                table: "Autopilots",
                column: "StoryId",
                unique: true,
                filter: "\"State\" = 'Running'");

            migrationBuilder.CreateIndex(
                name: "IX_Autopilots_StoryId_StartedAt",
                table: "Autopilots",
                columns: new[] { "StoryId", "StartedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Autopilots");

            migrationBuilder.DropIndex(
                name: "IX_Runs_AutopilotId",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "PreferredPlan",
                table: "StepMarks");

            migrationBuilder.DropColumn(
                name: "AutopilotId",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Choice",
                table: "Runs");
        }
    }
}
