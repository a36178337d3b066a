using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace OpenProject.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "custom_actions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    position = table.Column<int>(type: "int", nullable: false),
                    change = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    conditions = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custom_actions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custom_fields",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    customizes = table.Column<int>(type: "int", nullable: false),
                    format = table.Column<int>(type: "int", nullable: false),
                    is_multi = table.Column<bool>(type: "bit", nullable: false),
                    is_required = table.Column<bool>(type: "bit", nullable: false),
                    is_for_all = table.Column<bool>(type: "bit", nullable: false),
                    is_admin_only = table.Column<bool>(type: "bit", nullable: false),
                    has_comment = table.Column<bool>(type: "bit", nullable: false),
                    min_length = table.Column<int>(type: "int", nullable: false),
                    max_length = table.Column<int>(type: "int", nullable: false),
                    pattern = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    default_value = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    position = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custom_fields", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    xml = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_texts",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    scope = table.Column<int>(type: "int", nullable: false),
                    attribute = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    text_html = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_texts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    uuid = table.Column<string>(type: "nvarchar(36)", maxLength: 36, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation", x => x.id);
                    table.CheckConstraint("CK_installation_only_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "mcp_configurations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    identifier = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    enabled = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mcp_configurations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "non_working_days",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_non_working_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "oauth_keys",
                columns: table => new
                {
                    purpose = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    material = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth_keys", x => x.purpose);
                });

            migrationBuilder.CreateTable(
                name: "principals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    kind = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: false),
                    sort_name = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    revision = table.Column<int>(type: "int", nullable: false),
                    login = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    first_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    last_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    admin = table.Column<bool>(type: "bit", nullable: true),
                    status = table.Column<int>(type: "int", nullable: true),
                    language = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: true),
                    provided_name = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: true),
                    identity_url = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: true),
                    hide_email = table.Column<bool>(type: "bit", nullable: true),
                    password_hash = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: true),
                    force_password_change = table.Column<bool>(type: "bit", nullable: true),
                    session_generation = table.Column<int>(type: "int", nullable: true),
                    failed_sign_ins = table.Column<int>(type: "int", nullable: true),
                    last_failed_sign_in_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    time_zone = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    warn_on_leaving_unsaved = table.Column<bool>(type: "bit", nullable: true),
                    comment_sort_descending = table.Column<bool>(type: "bit", nullable: true),
                    auto_hide_popups = table.Column<bool>(type: "bit", nullable: true),
                    disable_keyboard_shortcuts = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_principals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "priorities",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    color = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: true),
                    is_default = table.Column<bool>(type: "bit", nullable: false),
                    is_active = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_priorities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "project_phase_definitions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    start_gate_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    finish_gate_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_phase_definitions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    custom_comments = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    identifier = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    description_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    @public = table.Column<bool>(name: "public", type: "bit", nullable: false),
                    active = table.Column<bool>(type: "bit", nullable: false),
                    templated = table.Column<bool>(type: "bit", nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    status_code = table.Column<int>(type: "int", nullable: true),
                    status_explanation = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    status_explanation_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_projects_parent_id",
                        column: x => x.parent_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    builtin = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "statuses",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    color = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: true),
                    is_closed = table.Column<bool>(type: "bit", nullable: false),
                    is_default = table.Column<bool>(type: "bit", nullable: false),
                    is_readonly = table.Column<bool>(type: "bit", nullable: false),
                    excluded_from_totals = table.Column<bool>(type: "bit", nullable: false),
                    default_done_ratio = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statuses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    key = table.Column<string>(type: "char(32)", unicode: false, fixedLength: true, maxLength: 32, nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    byte_size = table.Column<long>(type: "bigint", nullable: false),
                    content_type = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    md5 = table.Column<string>(type: "char(32)", unicode: false, fixedLength: true, maxLength: 32, nullable: true),
                    kept_until = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stored_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "time_entries_activities",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    is_default = table.Column<bool>(type: "bit", nullable: false),
                    is_active = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_time_entries_activities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "types",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    color = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: true),
                    is_default = table.Column<bool>(type: "bit", nullable: false),
                    is_milestone = table.Column<bool>(type: "bit", nullable: false),
                    is_in_roadmap = table.Column<bool>(type: "bit", nullable: false),
                    description_template = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_types", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "week_days",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    working = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_week_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "custom_options",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    value = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    is_default = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custom_options", x => x.id);
                    table.ForeignKey(
                        name: "FK_custom_options_custom_fields_field_id",
                        column: x => x.field_id,
                        principalTable: "custom_fields",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "hierarchy_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    label = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    @short = table.Column<string>(name: "short", type: "nvarchar(255)", maxLength: 255, nullable: true),
                    weight = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: true),
                    position = table.Column<int>(type: "int", nullable: false),
                    depth = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hierarchy_items", x => x.id);
                    table.ForeignKey(
                        name: "FK_hierarchy_items_custom_fields_field_id",
                        column: x => x.field_id,
                        principalTable: "custom_fields",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_hierarchy_items_hierarchy_items_parent_id",
                        column: x => x.parent_id,
                        principalTable: "hierarchy_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_tokens",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    token_hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    expires_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_tokens", x => x.id);
                    table.ForeignKey(
                        name: "FK_api_tokens_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "external_identities",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    principal_id = table.Column<long>(type: "bigint", nullable: false),
                    provider = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    external_key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_identities", x => x.id);
                    table.ForeignKey(
                        name: "FK_external_identities_principals_principal_id",
                        column: x => x.principal_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "group_members",
                columns: table => new
                {
                    group_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_members", x => new { x.group_id, x.user_id });
                    table.ForeignKey(
                        name: "FK_group_members_principals_group_id",
                        column: x => x.group_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_group_members_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mcp_keyed_calls",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    key_hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    arguments_hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    answer = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mcp_keyed_calls", x => x.id);
                    table.ForeignKey(
                        name: "FK_mcp_keyed_calls_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oauth_applications",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    client_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    confidential = table.Column<bool>(type: "bit", nullable: false),
                    redirect_uris = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    scopes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    enabled = table.Column<bool>(type: "bit", nullable: false),
                    @internal = table.Column<bool>(name: "internal", type: "bit", nullable: false),
                    client_credentials_user_id = table.Column<long>(type: "bigint", nullable: true),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth_applications", x => x.id);
                    table.ForeignKey(
                        name: "FK_oauth_applications_principals_client_credentials_user_id",
                        column: x => x.client_credentials_user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_oauth_applications_principals_owner_id",
                        column: x => x.owner_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    generation = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_sessions_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_avatars",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    media_type = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_avatars", x => x.id);
                    table.ForeignKey(
                        name: "FK_user_avatars_principals_id",
                        column: x => x.id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_custom_values",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    number = table.Column<double>(type: "float", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    reference_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_custom_values", x => new { x.owner_id, x.field_id, x.position });
                    table.ForeignKey(
                        name: "FK_user_custom_values_principals_owner_id",
                        column: x => x.owner_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_non_working_times",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    start_date = table.Column<DateOnly>(type: "date", nullable: false),
                    end_date = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_non_working_times", x => x.id);
                    table.ForeignKey(
                        name: "FK_user_non_working_times_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_working_hours",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    monday_hours = table.Column<double>(type: "float", nullable: false),
                    tuesday_hours = table.Column<double>(type: "float", nullable: false),
                    wednesday_hours = table.Column<double>(type: "float", nullable: false),
                    thursday_hours = table.Column<double>(type: "float", nullable: false),
                    friday_hours = table.Column<double>(type: "float", nullable: false),
                    saturday_hours = table.Column<double>(type: "float", nullable: false),
                    sunday_hours = table.Column<double>(type: "float", nullable: false),
                    availability_factor = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_working_hours", x => x.id);
                    table.ForeignKey(
                        name: "FK_user_working_hours_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bcf_words",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    text = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bcf_words", x => x.id);
                    table.ForeignKey(
                        name: "FK_bcf_words_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "budgets",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budgets", x => x.id);
                    table.ForeignKey(
                        name: "FK_budgets_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "categories",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    default_assignee_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_categories", x => x.id);
                    table.ForeignKey(
                        name: "FK_categories_principals_default_assignee_id",
                        column: x => x.default_assignee_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_categories_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "custom_field_projects",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custom_field_projects", x => new { x.field_id, x.project_id });
                    table.ForeignKey(
                        name: "FK_custom_field_projects_custom_fields_field_id",
                        column: x => x.field_id,
                        principalTable: "custom_fields",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_custom_field_projects_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "favorites",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_favorites", x => new { x.user_id, x.project_id });
                    table.ForeignKey(
                        name: "FK_favorites_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_favorites_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "grids",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    page = table.Column<int>(type: "int", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: true),
                    project_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    options = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    row_count = table.Column<int>(type: "int", nullable: false),
                    column_count = table.Column<int>(type: "int", nullable: false),
                    widgets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grids", x => x.id);
                    table.ForeignKey(
                        name: "FK_grids_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_grids_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    uuid = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    input = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    state = table.Column<int>(type: "int", nullable: false),
                    message = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    project_id = table.Column<long>(type: "bigint", nullable: true),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    leased_until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.id);
                    table.ForeignKey(
                        name: "FK_jobs_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_jobs_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    principal_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_members", x => x.id);
                    table.ForeignKey(
                        name: "FK_members_principals_principal_id",
                        column: x => x.principal_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_members_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "news",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    summary = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    description_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_news", x => x.id);
                    table.ForeignKey(
                        name: "FK_news_principals_author_id",
                        column: x => x.author_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_news_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notification_settings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: true),
                    mentioned = table.Column<bool>(type: "bit", nullable: false),
                    assignee = table.Column<bool>(type: "bit", nullable: false),
                    responsible = table.Column<bool>(type: "bit", nullable: false),
                    watched = table.Column<bool>(type: "bit", nullable: false),
                    work_package_created = table.Column<bool>(type: "bit", nullable: false),
                    work_package_commented = table.Column<bool>(type: "bit", nullable: false),
                    work_package_processed = table.Column<bool>(type: "bit", nullable: false),
                    work_package_prioritized = table.Column<bool>(type: "bit", nullable: false),
                    work_package_scheduled = table.Column<bool>(type: "bit", nullable: false),
                    start_date_days = table.Column<int>(type: "int", nullable: true),
                    due_date_days = table.Column<int>(type: "int", nullable: true),
                    overdue_days = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notification_settings", x => x.id);
                    table.ForeignKey(
                        name: "FK_notification_settings_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_notification_settings_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_contents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    kind = table.Column<int>(type: "int", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    text_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    location = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    start_time = table.Column<DateTime>(type: "datetime2", nullable: true),
                    end_time = table.Column<DateTime>(type: "datetime2", nullable: true),
                    lock_version = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_contents", x => x.id);
                    table.ForeignKey(
                        name: "FK_project_contents_principals_author_id",
                        column: x => x.author_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_project_contents_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_custom_values",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    number = table.Column<double>(type: "float", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    reference_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_custom_values", x => new { x.owner_id, x.field_id, x.position });
                    table.ForeignKey(
                        name: "FK_project_custom_values_projects_owner_id",
                        column: x => x.owner_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_hierarchies",
                columns: table => new
                {
                    ancestor_id = table.Column<long>(type: "bigint", nullable: false),
                    descendant_id = table.Column<long>(type: "bigint", nullable: false),
                    depth = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_hierarchies", x => new { x.ancestor_id, x.descendant_id });
                    table.ForeignKey(
                        name: "FK_project_hierarchies_projects_ancestor_id",
                        column: x => x.ancestor_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_project_hierarchies_projects_descendant_id",
                        column: x => x.descendant_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_modules",
                columns: table => new
                {
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_modules", x => new { x.project_id, x.name });
                    table.ForeignKey(
                        name: "FK_project_modules_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_phases",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    definition_id = table.Column<long>(type: "bigint", nullable: false),
                    active = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_phases", x => x.id);
                    table.ForeignKey(
                        name: "FK_project_phases_project_phase_definitions_definition_id",
                        column: x => x.definition_id,
                        principalTable: "project_phase_definitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_project_phases_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "queries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: true),
                    @public = table.Column<bool>(name: "public", type: "bit", nullable: false),
                    starred = table.Column<bool>(type: "bit", nullable: false),
                    include_subprojects = table.Column<bool>(type: "bit", nullable: false),
                    sums = table.Column<bool>(type: "bit", nullable: false),
                    timeline_visible = table.Column<bool>(type: "bit", nullable: false),
                    timeline_zoom_level = table.Column<int>(type: "int", nullable: false),
                    timeline_labels = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    show_hierarchies = table.Column<bool>(type: "bit", nullable: false),
                    display_representation = table.Column<int>(type: "int", nullable: true),
                    highlighting_mode = table.Column<int>(type: "int", nullable: false),
                    highlighted_attributes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    timestamps = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    columns = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    sort_by = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    group_by = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    filters = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queries", x => x.id);
                    table.ForeignKey(
                        name: "FK_queries_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_queries_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    identifier = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    author_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: true),
                    message = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    address = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    committed_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revisions", x => x.id);
                    table.ForeignKey(
                        name: "FK_revisions_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_revisions_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sprints",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    description_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    finish_date = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sprints", x => x.id);
                    table.ForeignKey(
                        name: "FK_sprints_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    sort_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    description_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<int>(type: "int", nullable: false),
                    sharing = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_versions", x => x.id);
                    table.ForeignKey(
                        name: "FK_versions_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "role_permissions",
                columns: table => new
                {
                    role_id = table.Column<long>(type: "bigint", nullable: false),
                    permission = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_permissions", x => new { x.role_id, x.permission });
                    table.ForeignKey(
                        name: "FK_role_permissions_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bcf_documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    guid = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    file_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bcf_documents", x => x.id);
                    table.ForeignKey(
                        name: "FK_bcf_documents_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_bcf_documents_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "custom_field_types",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    type_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custom_field_types", x => new { x.field_id, x.type_id });
                    table.ForeignKey(
                        name: "FK_custom_field_types_custom_fields_field_id",
                        column: x => x.field_id,
                        principalTable: "custom_fields",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_custom_field_types_types_type_id",
                        column: x => x.type_id,
                        principalTable: "types",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_types",
                columns: table => new
                {
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    type_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_types", x => new { x.project_id, x.type_id });
                    table.ForeignKey(
                        name: "FK_project_types_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_project_types_types_type_id",
                        column: x => x.type_id,
                        principalTable: "types",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "workflows",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    type_id = table.Column<long>(type: "bigint", nullable: false),
                    old_status_id = table.Column<long>(type: "bigint", nullable: false),
                    new_status_id = table.Column<long>(type: "bigint", nullable: false),
                    role_id = table.Column<long>(type: "bigint", nullable: false),
                    author_only = table.Column<bool>(type: "bit", nullable: false),
                    assignee_only = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflows", x => x.id);
                    table.ForeignKey(
                        name: "FK_workflows_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_workflows_statuses_new_status_id",
                        column: x => x.new_status_id,
                        principalTable: "statuses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_workflows_statuses_old_status_id",
                        column: x => x.old_status_id,
                        principalTable: "statuses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_workflows_types_type_id",
                        column: x => x.type_id,
                        principalTable: "types",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "oauth_clients",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    application_type = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    client_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    client_secret = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: true),
                    client_type = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    concurrency_token = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    permissions = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    redirect_uris = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    requirements = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth_clients", x => x.id);
                    table.ForeignKey(
                        name: "FK_oauth_clients_oauth_applications_id",
                        column: x => x.id,
                        principalTable: "oauth_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scim_clients",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    service_account_id = table.Column<long>(type: "bigint", nullable: false),
                    provider = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    oauth_application_id = table.Column<long>(type: "bigint", nullable: true),
                    enabled = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scim_clients", x => x.id);
                    table.ForeignKey(
                        name: "FK_scim_clients_oauth_applications_oauth_application_id",
                        column: x => x.oauth_application_id,
                        principalTable: "oauth_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_scim_clients_principals_service_account_id",
                        column: x => x.service_account_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "storages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    kind = table.Column<int>(type: "int", nullable: false),
                    host = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    authentication = table.Column<int>(type: "int", nullable: false),
                    audience = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    token_exchange_scope = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    forbidden_file_name_characters = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    tenant_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    drive_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    protected_password = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    o_auth_application_id = table.Column<long>(type: "bigint", nullable: true),
                    creator_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storages", x => x.id);
                    table.ForeignKey(
                        name: "FK_storages_oauth_applications_o_auth_application_id",
                        column: x => x.o_auth_application_id,
                        principalTable: "oauth_applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_storages_principals_creator_id",
                        column: x => x.creator_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_roles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    membership_id = table.Column<long>(type: "bigint", nullable: false),
                    role_id = table.Column<long>(type: "bigint", nullable: false),
                    inherited_from_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_member_roles", x => x.id);
                    table.ForeignKey(
                        name: "FK_member_roles_member_roles_inherited_from_id",
                        column: x => x.inherited_from_id,
                        principalTable: "member_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_member_roles_members_membership_id",
                        column: x => x.membership_id,
                        principalTable: "members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_member_roles_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_agenda_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    meeting_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    title = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    notes = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    notes_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    minutes = table.Column<int>(type: "int", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting_agenda_items", x => x.id);
                    table.ForeignKey(
                        name: "FK_meeting_agenda_items_principals_author_id",
                        column: x => x.author_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meeting_agenda_items_project_contents_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "project_contents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "views",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    kind = table.Column<int>(type: "int", nullable: false),
                    query_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_views", x => x.id);
                    table.ForeignKey(
                        name: "FK_views_queries_query_id",
                        column: x => x.query_id,
                        principalTable: "queries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "version_custom_values",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    number = table.Column<double>(type: "float", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    reference_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_version_custom_values", x => new { x.owner_id, x.field_id, x.position });
                    table.ForeignKey(
                        name: "FK_version_custom_values_versions_owner_id",
                        column: x => x.owner_id,
                        principalTable: "versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_packages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    description_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    type_id = table.Column<long>(type: "bigint", nullable: false),
                    status_id = table.Column<long>(type: "bigint", nullable: false),
                    status_kind = table.Column<int>(type: "int", nullable: false),
                    priority_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    assignee_id = table.Column<long>(type: "bigint", nullable: true),
                    responsible_id = table.Column<long>(type: "bigint", nullable: true),
                    category_id = table.Column<long>(type: "bigint", nullable: true),
                    sprint_id = table.Column<long>(type: "bigint", nullable: true),
                    sprint_position = table.Column<int>(type: "int", nullable: true),
                    phase_id = table.Column<long>(type: "bigint", nullable: true),
                    story_points = table.Column<int>(type: "int", nullable: true),
                    budget_id = table.Column<long>(type: "bigint", nullable: true),
                    version_id = table.Column<long>(type: "bigint", nullable: true),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    duration_days = table.Column<int>(type: "int", nullable: true),
                    ignore_non_working_days = table.Column<bool>(type: "bit", nullable: false),
                    schedule_manually = table.Column<bool>(type: "bit", nullable: false),
                    estimated_minutes = table.Column<int>(type: "int", nullable: true),
                    remaining_minutes = table.Column<int>(type: "int", nullable: true),
                    percentage_done = table.Column<int>(type: "int", nullable: true),
                    derived_start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    derived_due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    derived_estimated_minutes = table.Column<int>(type: "int", nullable: true),
                    derived_remaining_minutes = table.Column<int>(type: "int", nullable: true),
                    derived_percentage_done = table.Column<int>(type: "int", nullable: true),
                    lock_version = table.Column<int>(type: "int", nullable: false),
                    topic_revision = table.Column<int>(type: "int", nullable: false),
                    journal_version = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_packages", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_packages_budgets_budget_id",
                        column: x => x.budget_id,
                        principalTable: "budgets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_categories_category_id",
                        column: x => x.category_id,
                        principalTable: "categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_principals_assignee_id",
                        column: x => x.assignee_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_principals_author_id",
                        column: x => x.author_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_principals_responsible_id",
                        column: x => x.responsible_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_priorities_priority_id",
                        column: x => x.priority_id,
                        principalTable: "priorities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_project_phases_phase_id",
                        column: x => x.phase_id,
                        principalTable: "project_phases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_sprints_sprint_id",
                        column: x => x.sprint_id,
                        principalTable: "sprints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_statuses_status_id",
                        column: x => x.status_id,
                        principalTable: "statuses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_types_type_id",
                        column: x => x.type_id,
                        principalTable: "types",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_versions_version_id",
                        column: x => x.version_id,
                        principalTable: "versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_packages_work_packages_parent_id",
                        column: x => x.parent_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "oauth_authorizations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    application_id = table.Column<long>(type: "bigint", nullable: true),
                    concurrency_token = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "datetime2", nullable: true),
                    properties = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    scopes = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    status = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    type = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth_authorizations", x => x.id);
                    table.ForeignKey(
                        name: "FK_oauth_authorizations_oauth_clients_application_id",
                        column: x => x.application_id,
                        principalTable: "oauth_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "scim_tokens",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    client_id = table.Column<long>(type: "bigint", nullable: false),
                    token_hash = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    expires_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scim_tokens", x => x.id);
                    table.ForeignKey(
                        name: "FK_scim_tokens_scim_clients_client_id",
                        column: x => x.client_id,
                        principalTable: "scim_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "oauth_client_credentials",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    storage_id = table.Column<long>(type: "bigint", nullable: false),
                    client_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    protected_secret = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth_client_credentials", x => x.id);
                    table.ForeignKey(
                        name: "FK_oauth_client_credentials_storages_storage_id",
                        column: x => x.storage_id,
                        principalTable: "storages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_storages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    storage_id = table.Column<long>(type: "bigint", nullable: false),
                    folder_mode = table.Column<int>(type: "int", nullable: false),
                    folder_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    creator_id = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_storages", x => x.id);
                    table.ForeignKey(
                        name: "FK_project_storages_principals_creator_id",
                        column: x => x.creator_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_project_storages_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_project_storages_storages_storage_id",
                        column: x => x.storage_id,
                        principalTable: "storages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bcf_topics",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    guid = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false),
                    work_package_id = table.Column<long>(type: "bigint", nullable: false),
                    index = table.Column<int>(type: "int", nullable: true),
                    stage = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    label_lines = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    reference_links = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    snippet_type = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    snippet_is_external = table.Column<bool>(type: "bit", nullable: false),
                    snippet_reference = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    snippet_reference_schema = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    snippet_file_id = table.Column<long>(type: "bigint", nullable: true),
                    model_files = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    related_guids = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bcf_topics", x => x.id);
                    table.ForeignKey(
                        name: "FK_bcf_topics_stored_files_snippet_file_id",
                        column: x => x.snippet_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_bcf_topics_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "file_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    storage_id = table.Column<long>(type: "bigint", nullable: false),
                    work_package_id = table.Column<long>(type: "bigint", nullable: false),
                    creator_id = table.Column<long>(type: "bigint", nullable: false),
                    origin_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    origin_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    origin_mime_type = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    origin_size = table.Column<long>(type: "bigint", nullable: true),
                    origin_created_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    origin_last_modified_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    origin_created_by_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    origin_last_modified_by_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_links", x => x.id);
                    table.ForeignKey(
                        name: "FK_file_links_principals_creator_id",
                        column: x => x.creator_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_file_links_storages_storage_id",
                        column: x => x.storage_id,
                        principalTable: "storages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_file_links_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "query_positions",
                columns: table => new
                {
                    query_id = table.Column<long>(type: "bigint", nullable: false),
                    work_package_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_query_positions", x => new { x.query_id, x.work_package_id });
                    table.ForeignKey(
                        name: "FK_query_positions_queries_query_id",
                        column: x => x.query_id,
                        principalTable: "queries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_query_positions_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "relations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    from_id = table.Column<long>(type: "bigint", nullable: false),
                    to_id = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<int>(type: "int", nullable: false),
                    lag = table.Column<int>(type: "int", nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relations", x => x.id);
                    table.ForeignKey(
                        name: "FK_relations_work_packages_from_id",
                        column: x => x.from_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_relations_work_packages_to_id",
                        column: x => x.to_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    work_package_id = table.Column<long>(type: "bigint", nullable: false),
                    remind_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    note = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    reminded_at = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.id);
                    table.ForeignKey(
                        name: "FK_reminders_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_reminders_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revision_mentions",
                columns: table => new
                {
                    revision_id = table.Column<long>(type: "bigint", nullable: false),
                    work_package_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revision_mentions", x => new { x.work_package_id, x.revision_id });
                    table.ForeignKey(
                        name: "FK_revision_mentions_revisions_revision_id",
                        column: x => x.revision_id,
                        principalTable: "revisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_revision_mentions_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "time_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    work_package_id = table.Column<long>(type: "bigint", nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    activity_id = table.Column<long>(type: "bigint", nullable: false),
                    comment = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: true),
                    spent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    minutes = table.Column<int>(type: "int", nullable: true),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ongoing = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_time_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_time_entries_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_time_entries_projects_project_id",
                        column: x => x.project_id,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_time_entries_time_entries_activities_activity_id",
                        column: x => x.activity_id,
                        principalTable: "time_entries_activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_time_entries_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "watchers",
                columns: table => new
                {
                    work_package_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_watchers", x => new { x.work_package_id, x.user_id });
                    table.ForeignKey(
                        name: "FK_watchers_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_watchers_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_package_custom_values",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    number = table.Column<double>(type: "float", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    reference_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_package_custom_values", x => new { x.owner_id, x.field_id, x.position });
                    table.ForeignKey(
                        name: "FK_work_package_custom_values_work_packages_owner_id",
                        column: x => x.owner_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_package_hierarchies",
                columns: table => new
                {
                    ancestor_id = table.Column<long>(type: "bigint", nullable: false),
                    descendant_id = table.Column<long>(type: "bigint", nullable: false),
                    depth = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_package_hierarchies", x => new { x.ancestor_id, x.descendant_id });
                    table.ForeignKey(
                        name: "FK_work_package_hierarchies_work_packages_ancestor_id",
                        column: x => x.ancestor_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_package_hierarchies_work_packages_descendant_id",
                        column: x => x.descendant_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_package_journals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    work_package_id = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    agent = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    notes = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    notes_html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    comment_guid = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: true),
                    labels_added = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    labels_removed = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    @internal = table.Column<bool>(name: "internal", type: "bit", nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    notified_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    subject = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    project_id = table.Column<long>(type: "bigint", nullable: false),
                    type_id = table.Column<long>(type: "bigint", nullable: false),
                    status_id = table.Column<long>(type: "bigint", nullable: false),
                    priority_id = table.Column<long>(type: "bigint", nullable: false),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    assignee_id = table.Column<long>(type: "bigint", nullable: true),
                    responsible_id = table.Column<long>(type: "bigint", nullable: true),
                    category_id = table.Column<long>(type: "bigint", nullable: true),
                    target_version_id = table.Column<long>(type: "bigint", nullable: true),
                    sprint_id = table.Column<long>(type: "bigint", nullable: true),
                    budget_id = table.Column<long>(type: "bigint", nullable: true),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    start_date = table.Column<DateOnly>(type: "date", nullable: true),
                    due_date = table.Column<DateOnly>(type: "date", nullable: true),
                    duration_days = table.Column<int>(type: "int", nullable: true),
                    ignore_non_working_days = table.Column<bool>(type: "bit", nullable: false),
                    schedule_manually = table.Column<bool>(type: "bit", nullable: false),
                    estimated_minutes = table.Column<int>(type: "int", nullable: true),
                    remaining_minutes = table.Column<int>(type: "int", nullable: true),
                    percentage_done = table.Column<int>(type: "int", nullable: true),
                    story_points = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_package_journals", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_package_journals_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_package_journals_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "oauth_tokens",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    application_id = table.Column<long>(type: "bigint", nullable: true),
                    authorization_id = table.Column<long>(type: "bigint", nullable: true),
                    concurrency_token = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "datetime2", nullable: true),
                    expiration_date = table.Column<DateTime>(type: "datetime2", nullable: true),
                    payload = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    properties = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    redemption_date = table.Column<DateTime>(type: "datetime2", nullable: true),
                    reference_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    status = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_oauth_tokens", x => x.id);
                    table.ForeignKey(
                        name: "FK_oauth_tokens_oauth_authorizations_authorization_id",
                        column: x => x.authorization_id,
                        principalTable: "oauth_authorizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_oauth_tokens_oauth_clients_application_id",
                        column: x => x.application_id,
                        principalTable: "oauth_clients",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bcf_document_references",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    guid = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false),
                    topic_id = table.Column<long>(type: "bigint", nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: true),
                    url = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bcf_document_references", x => x.id);
                    table.ForeignKey(
                        name: "FK_bcf_document_references_bcf_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "bcf_documents",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_bcf_document_references_bcf_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "bcf_topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bcf_viewpoints",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    guid = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false),
                    topic_id = table.Column<long>(type: "bigint", nullable: false),
                    index = table.Column<int>(type: "int", nullable: true),
                    scene = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    components = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    snapshot_type = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: true),
                    snapshot_file_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bcf_viewpoints", x => x.id);
                    table.ForeignKey(
                        name: "FK_bcf_viewpoints_bcf_topics_topic_id",
                        column: x => x.topic_id,
                        principalTable: "bcf_topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_bcf_viewpoints_stored_files_snapshot_file_id",
                        column: x => x.snapshot_file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "time_entry_custom_values",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    number = table.Column<double>(type: "float", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    reference_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_time_entry_custom_values", x => new { x.owner_id, x.field_id, x.position });
                    table.ForeignKey(
                        name: "FK_time_entry_custom_values_time_entries_owner_id",
                        column: x => x.owner_id,
                        principalTable: "time_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    file_id = table.Column<long>(type: "bigint", nullable: false),
                    file_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    author_id = table.Column<long>(type: "bigint", nullable: false),
                    work_package_id = table.Column<long>(type: "bigint", nullable: true),
                    activity_id = table.Column<long>(type: "bigint", nullable: true),
                    content_id = table.Column<long>(type: "bigint", nullable: true),
                    help_text_id = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.id);
                    table.ForeignKey(
                        name: "FK_attachments_help_texts_help_text_id",
                        column: x => x.help_text_id,
                        principalTable: "help_texts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_attachments_principals_author_id",
                        column: x => x.author_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachments_project_contents_content_id",
                        column: x => x.content_id,
                        principalTable: "project_contents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_attachments_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachments_work_package_journals_activity_id",
                        column: x => x.activity_id,
                        principalTable: "work_package_journals",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_attachments_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comment_edits",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    journal_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "nvarchar(1024)", maxLength: 1024, nullable: true),
                    value = table.Column<string>(type: "nvarchar(1024)", maxLength: 1024, nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_comment_edits", x => x.id);
                    table.ForeignKey(
                        name: "FK_comment_edits_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_comment_edits_work_package_journals_journal_id",
                        column: x => x.journal_id,
                        principalTable: "work_package_journals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "emoji_reactions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    journal_id = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    reaction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_emoji_reactions", x => x.id);
                    table.ForeignKey(
                        name: "FK_emoji_reactions_principals_user_id",
                        column: x => x.user_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_emoji_reactions_work_package_journals_journal_id",
                        column: x => x.journal_id,
                        principalTable: "work_package_journals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notifications",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    recipient_id = table.Column<long>(type: "bigint", nullable: false),
                    work_package_id = table.Column<long>(type: "bigint", nullable: false),
                    activity_id = table.Column<long>(type: "bigint", nullable: true),
                    actor_id = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<int>(type: "int", nullable: false),
                    read = table.Column<bool>(type: "bit", nullable: false),
                    alerted_date = table.Column<int>(type: "int", nullable: true),
                    alerted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    updated_at = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications", x => x.id);
                    table.ForeignKey(
                        name: "FK_notifications_principals_actor_id",
                        column: x => x.actor_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_notifications_principals_recipient_id",
                        column: x => x.recipient_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_notifications_work_package_journals_activity_id",
                        column: x => x.activity_id,
                        principalTable: "work_package_journals",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_notifications_work_packages_work_package_id",
                        column: x => x.work_package_id,
                        principalTable: "work_packages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_package_journal_custom_values",
                columns: table => new
                {
                    field_id = table.Column<long>(type: "bigint", nullable: false),
                    position = table.Column<int>(type: "int", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    html = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    number = table.Column<double>(type: "float", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    reference_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_package_journal_custom_values", x => new { x.owner_id, x.field_id, x.position });
                    table.ForeignKey(
                        name: "FK_work_package_journal_custom_values_work_package_journals_owner_id",
                        column: x => x.owner_id,
                        principalTable: "work_package_journals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bcf_bitmaps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    viewpoint_id = table.Column<long>(type: "bigint", nullable: false),
                    guid = table.Column<string>(type: "char(36)", unicode: false, fixedLength: true, maxLength: 36, nullable: false),
                    type = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    file_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bcf_bitmaps", x => x.id);
                    table.ForeignKey(
                        name: "FK_bcf_bitmaps_bcf_viewpoints_viewpoint_id",
                        column: x => x.viewpoint_id,
                        principalTable: "bcf_viewpoints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_bcf_bitmaps_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bcf_comment_links",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    journal_id = table.Column<long>(type: "bigint", nullable: false),
                    viewpoint_id = table.Column<long>(type: "bigint", nullable: true),
                    reply_to_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bcf_comment_links", x => x.id);
                    table.ForeignKey(
                        name: "FK_bcf_comment_links_bcf_viewpoints_viewpoint_id",
                        column: x => x.viewpoint_id,
                        principalTable: "bcf_viewpoints",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_bcf_comment_links_work_package_journals_journal_id",
                        column: x => x.journal_id,
                        principalTable: "work_package_journals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_bcf_comment_links_work_package_journals_reply_to_id",
                        column: x => x.reply_to_id,
                        principalTable: "work_package_journals",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_api_tokens_token_hash",
                table: "api_tokens",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_tokens_user_id",
                table: "api_tokens",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_activity_id",
                table: "attachments",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_author_id",
                table: "attachments",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_content_id",
                table: "attachments",
                column: "content_id");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_file_id",
                table: "attachments",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_help_text_id",
                table: "attachments",
                column: "help_text_id");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_work_package_id_created_at",
                table: "attachments",
                columns: new[] { "work_package_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_bcf_bitmaps_file_id",
                table: "bcf_bitmaps",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_bcf_bitmaps_viewpoint_id_guid",
                table: "bcf_bitmaps",
                columns: new[] { "viewpoint_id", "guid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bcf_comment_links_journal_id",
                table: "bcf_comment_links",
                column: "journal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bcf_comment_links_reply_to_id",
                table: "bcf_comment_links",
                column: "reply_to_id");

            migrationBuilder.CreateIndex(
                name: "IX_bcf_comment_links_viewpoint_id",
                table: "bcf_comment_links",
                column: "viewpoint_id");

            migrationBuilder.CreateIndex(
                name: "IX_bcf_document_references_document_id",
                table: "bcf_document_references",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "IX_bcf_document_references_topic_id_guid",
                table: "bcf_document_references",
                columns: new[] { "topic_id", "guid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bcf_documents_file_id",
                table: "bcf_documents",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_bcf_documents_project_id_guid",
                table: "bcf_documents",
                columns: new[] { "project_id", "guid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bcf_topics_guid",
                table: "bcf_topics",
                column: "guid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bcf_topics_snippet_file_id",
                table: "bcf_topics",
                column: "snippet_file_id");

            migrationBuilder.CreateIndex(
                name: "IX_bcf_topics_work_package_id",
                table: "bcf_topics",
                column: "work_package_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bcf_viewpoints_snapshot_file_id",
                table: "bcf_viewpoints",
                column: "snapshot_file_id");

            migrationBuilder.CreateIndex(
                name: "IX_bcf_viewpoints_topic_id_guid",
                table: "bcf_viewpoints",
                columns: new[] { "topic_id", "guid" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bcf_words_project_id_kind_text",
                table: "bcf_words",
                columns: new[] { "project_id", "kind", "text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_budgets_project_id_subject",
                table: "budgets",
                columns: new[] { "project_id", "subject" });

            migrationBuilder.CreateIndex(
                name: "IX_categories_default_assignee_id",
                table: "categories",
                column: "default_assignee_id");

            migrationBuilder.CreateIndex(
                name: "IX_categories_project_id_name",
                table: "categories",
                columns: new[] { "project_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_comment_edits_journal_id",
                table: "comment_edits",
                column: "journal_id");

            migrationBuilder.CreateIndex(
                name: "IX_comment_edits_user_id",
                table: "comment_edits",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_custom_field_projects_project_id",
                table: "custom_field_projects",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "IX_custom_field_types_type_id",
                table: "custom_field_types",
                column: "type_id");

            migrationBuilder.CreateIndex(
                name: "IX_custom_fields_customizes_name",
                table: "custom_fields",
                columns: new[] { "customizes", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_custom_options_field_id",
                table: "custom_options",
                column: "field_id");

            migrationBuilder.CreateIndex(
                name: "IX_emoji_reactions_journal_id_reaction_user_id",
                table: "emoji_reactions",
                columns: new[] { "journal_id", "reaction", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_emoji_reactions_user_id",
                table: "emoji_reactions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_external_identities_external_key",
                table: "external_identities",
                column: "external_key");

            migrationBuilder.CreateIndex(
                name: "IX_external_identities_principal_id_provider",
                table: "external_identities",
                columns: new[] { "principal_id", "provider" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_external_identities_provider_external_key",
                table: "external_identities",
                columns: new[] { "provider", "external_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_favorites_project_id",
                table: "favorites",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "IX_file_links_creator_id",
                table: "file_links",
                column: "creator_id");

            migrationBuilder.CreateIndex(
                name: "IX_file_links_origin_id_storage_id",
                table: "file_links",
                columns: new[] { "origin_id", "storage_id" });

            migrationBuilder.CreateIndex(
                name: "IX_file_links_storage_id",
                table: "file_links",
                column: "storage_id");

            migrationBuilder.CreateIndex(
                name: "IX_file_links_work_package_id_storage_id_origin_id",
                table: "file_links",
                columns: new[] { "work_package_id", "storage_id", "origin_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grids_project_id",
                table: "grids",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "IX_grids_user_id_page",
                table: "grids",
                columns: new[] { "user_id", "page" },
                unique: true,
                filter: "[user_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_group_members_user_id",
                table: "group_members",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_help_texts_scope_attribute",
                table: "help_texts",
                columns: new[] { "scope", "attribute" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_hierarchy_items_field_id_parent_id_position",
                table: "hierarchy_items",
                columns: new[] { "field_id", "parent_id", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_hierarchy_items_parent_id",
                table: "hierarchy_items",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_project_id",
                table: "jobs",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_state_leased_until",
                table: "jobs",
                columns: new[] { "state", "leased_until" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_user_id",
                table: "jobs",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_uuid",
                table: "jobs",
                column: "uuid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mcp_configurations_identifier",
                table: "mcp_configurations",
                column: "identifier",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mcp_keyed_calls_created_at",
                table: "mcp_keyed_calls",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_mcp_keyed_calls_user_id_key_hash",
                table: "mcp_keyed_calls",
                columns: new[] { "user_id", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meeting_agenda_items_author_id",
                table: "meeting_agenda_items",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_agenda_items_meeting_id_position_id",
                table: "meeting_agenda_items",
                columns: new[] { "meeting_id", "position", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_roles_inherited_from_id",
                table: "member_roles",
                column: "inherited_from_id");

            migrationBuilder.CreateIndex(
                name: "IX_member_roles_membership_id_role_id",
                table: "member_roles",
                columns: new[] { "membership_id", "role_id" });

            migrationBuilder.CreateIndex(
                name: "IX_member_roles_role_id",
                table: "member_roles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_members_principal_id_global",
                table: "members",
                column: "principal_id",
                unique: true,
                filter: "project_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_members_principal_id_project_id",
                table: "members",
                columns: new[] { "principal_id", "project_id" });

            migrationBuilder.CreateIndex(
                name: "IX_members_project_id_principal_id",
                table: "members",
                columns: new[] { "project_id", "principal_id" },
                unique: true,
                filter: "project_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_news_author_id",
                table: "news",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "IX_news_created_at_id",
                table: "news",
                columns: new[] { "created_at", "id" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "IX_news_project_id_created_at_id",
                table: "news",
                columns: new[] { "project_id", "created_at", "id" },
                descending: new[] { false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_non_working_days_date",
                table: "non_working_days",
                column: "date",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notification_settings_project_id",
                table: "notification_settings",
                column: "project_id");

            migrationBuilder.CreateIndex(
                name: "IX_notification_settings_user_id_project_id",
                table: "notification_settings",
                columns: new[] { "user_id", "project_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notifications_activity_id_recipient_id",
                table: "notifications",
                columns: new[] { "activity_id", "recipient_id" },
                unique: true,
                filter: "activity_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_actor_id",
                table: "notifications",
                column: "actor_id");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_recipient_id_read_id",
                table: "notifications",
                columns: new[] { "recipient_id", "read", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_work_package_id_recipient_id_alerted_date_alerted_on",
                table: "notifications",
                columns: new[] { "work_package_id", "recipient_id", "alerted_date", "alerted_on" },
                unique: true,
                filter: "alerted_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_oauth_applications_client_credentials_user_id",
                table: "oauth_applications",
                column: "client_credentials_user_id");

            migrationBuilder.CreateIndex(
                name: "IX_oauth_applications_client_id",
                table: "oauth_applications",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_oauth_applications_owner_id",
                table: "oauth_applications",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_oauth_authorizations_application_id_subject_status",
                table: "oauth_authorizations",
                columns: new[] { "application_id", "subject", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_oauth_authorizations_subject",
                table: "oauth_authorizations",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_oauth_client_credentials_storage_id",
                table: "oauth_client_credentials",
                column: "storage_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_oauth_clients_client_id",
                table: "oauth_clients",
                column: "client_id",
                unique: true,
                filter: "[client_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_oauth_tokens_application_id_subject_status",
                table: "oauth_tokens",
                columns: new[] { "application_id", "subject", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_oauth_tokens_authorization_id",
                table: "oauth_tokens",
                column: "authorization_id");

            migrationBuilder.CreateIndex(
                name: "IX_oauth_tokens_expiration_date",
                table: "oauth_tokens",
                column: "expiration_date");

            migrationBuilder.CreateIndex(
                name: "IX_oauth_tokens_reference_id",
                table: "oauth_tokens",
                column: "reference_id",
                unique: true,
                filter: "[reference_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_oauth_tokens_subject",
                table: "oauth_tokens",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_principals_email",
                table: "principals",
                column: "email",
                unique: true,
                filter: "email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_principals_identity_url",
                table: "principals",
                column: "identity_url",
                filter: "identity_url IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_principals_kind",
                table: "principals",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "IX_principals_kind_name",
                table: "principals",
                columns: new[] { "kind", "name" },
                unique: true,
                filter: "kind IN (2, 3)");

            migrationBuilder.CreateIndex(
                name: "IX_principals_kind_sort_name",
                table: "principals",
                columns: new[] { "kind", "sort_name" });

            migrationBuilder.CreateIndex(
                name: "IX_principals_login",
                table: "principals",
                column: "login",
                unique: true,
                filter: "login IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_principals_sort_name",
                table: "principals",
                column: "sort_name");

            migrationBuilder.CreateIndex(
                name: "IX_priorities_name",
                table: "priorities",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_project_contents_author_id",
                table: "project_contents",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "IX_project_contents_kind_created_at_id",
                table: "project_contents",
                columns: new[] { "kind", "created_at", "id" },
                descending: new[] { false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_project_contents_project_id_title",
                table: "project_contents",
                columns: new[] { "project_id", "title" },
                unique: true,
                filter: "kind = 2");

            migrationBuilder.CreateIndex(
                name: "IX_project_contents_start_time",
                table: "project_contents",
                column: "start_time",
                filter: "start_time IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_project_custom_values_field_id_day",
                table: "project_custom_values",
                columns: new[] { "field_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_project_custom_values_field_id_number",
                table: "project_custom_values",
                columns: new[] { "field_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_project_custom_values_field_id_reference_id",
                table: "project_custom_values",
                columns: new[] { "field_id", "reference_id" });

            migrationBuilder.CreateIndex(
                name: "IX_project_hierarchies_descendant_id_depth_ancestor_id",
                table: "project_hierarchies",
                columns: new[] { "descendant_id", "depth", "ancestor_id" });

            migrationBuilder.CreateIndex(
                name: "IX_project_modules_name_project_id",
                table: "project_modules",
                columns: new[] { "name", "project_id" });

            migrationBuilder.CreateIndex(
                name: "IX_project_phase_definitions_name",
                table: "project_phase_definitions",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_project_phases_definition_id",
                table: "project_phases",
                column: "definition_id");

            migrationBuilder.CreateIndex(
                name: "IX_project_phases_project_id_definition_id",
                table: "project_phases",
                columns: new[] { "project_id", "definition_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_project_storages_creator_id",
                table: "project_storages",
                column: "creator_id");

            migrationBuilder.CreateIndex(
                name: "IX_project_storages_project_id_storage_id",
                table: "project_storages",
                columns: new[] { "project_id", "storage_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_project_storages_storage_id",
                table: "project_storages",
                column: "storage_id");

            migrationBuilder.CreateIndex(
                name: "IX_project_types_type_id",
                table: "project_types",
                column: "type_id");

            migrationBuilder.CreateIndex(
                name: "IX_projects_identifier",
                table: "projects",
                column: "identifier",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_projects_name",
                table: "projects",
                column: "name");

            migrationBuilder.CreateIndex(
                name: "IX_projects_parent_id",
                table: "projects",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_queries_project_id_public",
                table: "queries",
                columns: new[] { "project_id", "public" });

            migrationBuilder.CreateIndex(
                name: "IX_queries_updated_at",
                table: "queries",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "IX_queries_user_id",
                table: "queries",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_query_positions_query_id_position",
                table: "query_positions",
                columns: new[] { "query_id", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_query_positions_work_package_id",
                table: "query_positions",
                column: "work_package_id");

            migrationBuilder.CreateIndex(
                name: "IX_relations_from_id_to_id",
                table: "relations",
                columns: new[] { "from_id", "to_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_relations_from_id_type_to_id",
                table: "relations",
                columns: new[] { "from_id", "type", "to_id" });

            migrationBuilder.CreateIndex(
                name: "IX_relations_to_id_type_from_id",
                table: "relations",
                columns: new[] { "to_id", "type", "from_id" });

            migrationBuilder.CreateIndex(
                name: "IX_relations_type",
                table: "relations",
                column: "type");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_remind_at",
                table: "reminders",
                column: "remind_at",
                filter: "reminded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_user_id_work_package_id",
                table: "reminders",
                columns: new[] { "user_id", "work_package_id" },
                unique: true,
                filter: "reminded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_work_package_id",
                table: "reminders",
                column: "work_package_id");

            migrationBuilder.CreateIndex(
                name: "IX_revision_mentions_revision_id",
                table: "revision_mentions",
                column: "revision_id");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_project_id_identifier",
                table: "revisions",
                columns: new[] { "project_id", "identifier" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_revisions_user_id",
                table: "revisions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_role_permissions_permission_role_id",
                table: "role_permissions",
                columns: new[] { "permission", "role_id" });

            migrationBuilder.CreateIndex(
                name: "IX_roles_builtin",
                table: "roles",
                column: "builtin");

            migrationBuilder.CreateIndex(
                name: "IX_roles_name",
                table: "roles",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scim_clients_name",
                table: "scim_clients",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scim_clients_oauth_application_id",
                table: "scim_clients",
                column: "oauth_application_id");

            migrationBuilder.CreateIndex(
                name: "IX_scim_clients_service_account_id",
                table: "scim_clients",
                column: "service_account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scim_tokens_client_id",
                table: "scim_tokens",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "IX_scim_tokens_token_hash",
                table: "scim_tokens",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_token_hash",
                table: "sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_user_id",
                table: "sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_sprints_project_id_start_date",
                table: "sprints",
                columns: new[] { "project_id", "start_date" });

            migrationBuilder.CreateIndex(
                name: "IX_sprints_start_date_id",
                table: "sprints",
                columns: new[] { "start_date", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_statuses_name",
                table: "statuses",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storages_creator_id",
                table: "storages",
                column: "creator_id");

            migrationBuilder.CreateIndex(
                name: "IX_storages_host",
                table: "storages",
                column: "host",
                unique: true,
                filter: "[host] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_storages_name",
                table: "storages",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storages_o_auth_application_id",
                table: "storages",
                column: "o_auth_application_id",
                unique: true,
                filter: "[o_auth_application_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_key",
                table: "stored_files",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_state_kept_until",
                table: "stored_files",
                columns: new[] { "state", "kept_until" });

            migrationBuilder.CreateIndex(
                name: "IX_time_entries_activity_id",
                table: "time_entries",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "IX_time_entries_project_id_spent_on_id",
                table: "time_entries",
                columns: new[] { "project_id", "spent_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_time_entries_spent_on_id",
                table: "time_entries",
                columns: new[] { "spent_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_time_entries_user_id_ongoing",
                table: "time_entries",
                column: "user_id",
                unique: true,
                filter: "ongoing = 1");

            migrationBuilder.CreateIndex(
                name: "IX_time_entries_user_id_spent_on",
                table: "time_entries",
                columns: new[] { "user_id", "spent_on" });

            migrationBuilder.CreateIndex(
                name: "IX_time_entries_work_package_id",
                table: "time_entries",
                column: "work_package_id")
                .Annotation("SqlServer:Include", new[] { "project_id", "user_id", "minutes" });

            migrationBuilder.CreateIndex(
                name: "IX_time_entry_custom_values_field_id_day",
                table: "time_entry_custom_values",
                columns: new[] { "field_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_time_entry_custom_values_field_id_number",
                table: "time_entry_custom_values",
                columns: new[] { "field_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_time_entry_custom_values_field_id_reference_id",
                table: "time_entry_custom_values",
                columns: new[] { "field_id", "reference_id" });

            migrationBuilder.CreateIndex(
                name: "IX_types_name",
                table: "types",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_user_custom_values_field_id_day",
                table: "user_custom_values",
                columns: new[] { "field_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_user_custom_values_field_id_number",
                table: "user_custom_values",
                columns: new[] { "field_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_user_custom_values_field_id_reference_id",
                table: "user_custom_values",
                columns: new[] { "field_id", "reference_id" });

            migrationBuilder.CreateIndex(
                name: "IX_user_non_working_times_user_id_start_date",
                table: "user_non_working_times",
                columns: new[] { "user_id", "start_date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_user_working_hours_user_id_valid_from",
                table: "user_working_hours",
                columns: new[] { "user_id", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_version_custom_values_field_id_day",
                table: "version_custom_values",
                columns: new[] { "field_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_version_custom_values_field_id_number",
                table: "version_custom_values",
                columns: new[] { "field_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_version_custom_values_field_id_reference_id",
                table: "version_custom_values",
                columns: new[] { "field_id", "reference_id" });

            migrationBuilder.CreateIndex(
                name: "IX_versions_project_id_name",
                table: "versions",
                columns: new[] { "project_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_versions_sort_name",
                table: "versions",
                column: "sort_name");

            migrationBuilder.CreateIndex(
                name: "IX_views_query_id",
                table: "views",
                column: "query_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_watchers_user_id",
                table: "watchers",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_package_custom_values_field_id_day",
                table: "work_package_custom_values",
                columns: new[] { "field_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_work_package_custom_values_field_id_number",
                table: "work_package_custom_values",
                columns: new[] { "field_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_work_package_custom_values_field_id_reference_id",
                table: "work_package_custom_values",
                columns: new[] { "field_id", "reference_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_package_hierarchies_ancestor_id_depth_descendant_id",
                table: "work_package_hierarchies",
                columns: new[] { "ancestor_id", "depth", "descendant_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_package_hierarchies_descendant_id_depth_ancestor_id",
                table: "work_package_hierarchies",
                columns: new[] { "descendant_id", "depth", "ancestor_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_package_journals_untold",
                table: "work_package_journals",
                column: "id",
                filter: "notified_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_work_package_journals_user_id",
                table: "work_package_journals",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_package_journals_work_package_id_comment_guid",
                table: "work_package_journals",
                columns: new[] { "work_package_id", "comment_guid" },
                unique: true,
                filter: "comment_guid IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_work_package_journals_work_package_id_version",
                table: "work_package_journals",
                columns: new[] { "work_package_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_assignee_id",
                table: "work_packages",
                column: "assignee_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_author_id",
                table: "work_packages",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_budget_id",
                table: "work_packages",
                column: "budget_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_category_id",
                table: "work_packages",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_closed",
                table: "work_packages",
                columns: new[] { "id", "project_id" },
                filter: "status_kind = 1");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_created_at",
                table: "work_packages",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_due_date",
                table: "work_packages",
                column: "due_date");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_open",
                table: "work_packages",
                columns: new[] { "id", "project_id" },
                filter: "status_kind = 0");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_parent_id",
                table: "work_packages",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_phase_id",
                table: "work_packages",
                column: "phase_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_priority_id",
                table: "work_packages",
                column: "priority_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_project_id_created_at",
                table: "work_packages",
                columns: new[] { "project_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_project_id_status_id",
                table: "work_packages",
                columns: new[] { "project_id", "status_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_project_id_updated_at_id",
                table: "work_packages",
                columns: new[] { "project_id", "updated_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_responsible_id",
                table: "work_packages",
                column: "responsible_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_sprint_id",
                table: "work_packages",
                column: "sprint_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_start_date",
                table: "work_packages",
                column: "start_date");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_status_id",
                table: "work_packages",
                column: "status_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_type_id",
                table: "work_packages",
                column: "type_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_updated_at_id",
                table: "work_packages",
                columns: new[] { "updated_at", "id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "IX_work_packages_version_id",
                table: "work_packages",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "IX_workflows_new_status_id",
                table: "workflows",
                column: "new_status_id");

            migrationBuilder.CreateIndex(
                name: "IX_workflows_old_status_id",
                table: "workflows",
                column: "old_status_id");

            migrationBuilder.CreateIndex(
                name: "IX_workflows_role_id",
                table: "workflows",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "IX_workflows_type_id_old_status_id_role_id",
                table: "workflows",
                columns: new[] { "type_id", "old_status_id", "role_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_tokens");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "bcf_bitmaps");

            migrationBuilder.DropTable(
                name: "bcf_comment_links");

            migrationBuilder.DropTable(
                name: "bcf_document_references");

            migrationBuilder.DropTable(
                name: "bcf_words");

            migrationBuilder.DropTable(
                name: "comment_edits");

            migrationBuilder.DropTable(
                name: "custom_actions");

            migrationBuilder.DropTable(
                name: "custom_field_projects");

            migrationBuilder.DropTable(
                name: "custom_field_types");

            migrationBuilder.DropTable(
                name: "custom_options");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "emoji_reactions");

            migrationBuilder.DropTable(
                name: "external_identities");

            migrationBuilder.DropTable(
                name: "favorites");

            migrationBuilder.DropTable(
                name: "file_links");

            migrationBuilder.DropTable(
                name: "grids");

            migrationBuilder.DropTable(
                name: "group_members");

            migrationBuilder.DropTable(
                name: "hierarchy_items");

            migrationBuilder.DropTable(
                name: "installation");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "mcp_configurations");

            migrationBuilder.DropTable(
                name: "mcp_keyed_calls");

            migrationBuilder.DropTable(
                name: "meeting_agenda_items");

            migrationBuilder.DropTable(
                name: "member_roles");

            migrationBuilder.DropTable(
                name: "news");

            migrationBuilder.DropTable(
                name: "non_working_days");

            migrationBuilder.DropTable(
                name: "notification_settings");

            migrationBuilder.DropTable(
                name: "notifications");

            migrationBuilder.DropTable(
                name: "oauth_client_credentials");

            migrationBuilder.DropTable(
                name: "oauth_keys");

            migrationBuilder.DropTable(
                name: "oauth_tokens");

            migrationBuilder.DropTable(
                name: "project_custom_values");

            migrationBuilder.DropTable(
                name: "project_hierarchies");

            migrationBuilder.DropTable(
                name: "project_modules");

            migrationBuilder.DropTable(
                name: "project_storages");

            migrationBuilder.DropTable(
                name: "project_types");

            migrationBuilder.DropTable(
                name: "query_positions");

            migrationBuilder.DropTable(
                name: "relations");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "revision_mentions");

            migrationBuilder.DropTable(
                name: "role_permissions");

            migrationBuilder.DropTable(
                name: "scim_tokens");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "time_entry_custom_values");

            migrationBuilder.DropTable(
                name: "user_avatars");

            migrationBuilder.DropTable(
                name: "user_custom_values");

            migrationBuilder.DropTable(
                name: "user_non_working_times");

            migrationBuilder.DropTable(
                name: "user_working_hours");

            migrationBuilder.DropTable(
                name: "version_custom_values");

            migrationBuilder.DropTable(
                name: "views");

            migrationBuilder.DropTable(
                name: "watchers");

            migrationBuilder.DropTable(
                name: "week_days");

            migrationBuilder.DropTable(
                name: "work_package_custom_values");

            migrationBuilder.DropTable(
                name: "work_package_hierarchies");

            migrationBuilder.DropTable(
                name: "work_package_journal_custom_values");

            migrationBuilder.DropTable(
                name: "workflows");

            migrationBuilder.DropTable(
                name: "help_texts");

            migrationBuilder.DropTable(
                name: "bcf_viewpoints");

            migrationBuilder.DropTable(
                name: "bcf_documents");

            migrationBuilder.DropTable(
                name: "custom_fields");

            migrationBuilder.DropTable(
                name: "project_contents");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "oauth_authorizations");

            migrationBuilder.DropTable(
                name: "storages");

            migrationBuilder.DropTable(
                name: "revisions");

            migrationBuilder.DropTable(
                name: "scim_clients");

            migrationBuilder.DropTable(
                name: "time_entries");

            migrationBuilder.DropTable(
                name: "queries");

            migrationBuilder.DropTable(
                name: "work_package_journals");

            migrationBuilder.DropTable(
                name: "roles");

            migrationBuilder.DropTable(
                name: "bcf_topics");

            migrationBuilder.DropTable(
                name: "oauth_clients");

            migrationBuilder.DropTable(
                name: "time_entries_activities");

            migrationBuilder.DropTable(
                name: "stored_files");

            migrationBuilder.DropTable(
                name: "work_packages");

            migrationBuilder.DropTable(
                name: "oauth_applications");

            migrationBuilder.DropTable(
                name: "budgets");

            migrationBuilder.DropTable(
                name: "categories");

            migrationBuilder.DropTable(
                name: "priorities");

            migrationBuilder.DropTable(
                name: "project_phases");

            migrationBuilder.DropTable(
                name: "sprints");

            migrationBuilder.DropTable(
                name: "statuses");

            migrationBuilder.DropTable(
                name: "types");

            migrationBuilder.DropTable(
                name: "versions");

            migrationBuilder.DropTable(
                name: "principals");

            migrationBuilder.DropTable(
                name: "project_phase_definitions");

            migrationBuilder.DropTable(
                name: "projects");
        }
    }
}
