IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [custom_actions] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [description] nvarchar(4000) NULL,
        [position] int NOT NULL,
        [change] nvarchar(max) NOT NULL,
        [conditions] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_custom_actions] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [custom_fields] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [customizes] int NOT NULL,
        [format] int NOT NULL,
        [is_multi] bit NOT NULL,
        [is_required] bit NOT NULL,
        [is_for_all] bit NOT NULL,
        [is_admin_only] bit NOT NULL,
        [has_comment] bit NOT NULL,
        [min_length] int NOT NULL,
        [max_length] int NOT NULL,
        [pattern] nvarchar(1000) NULL,
        [default_value] nvarchar(max) NULL,
        [position] int NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_custom_fields] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [data_protection_keys] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_data_protection_keys] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [help_texts] (
        [id] bigint NOT NULL IDENTITY,
        [scope] int NOT NULL,
        [attribute] nvarchar(100) NOT NULL,
        [text] nvarchar(max) NULL,
        [text_html] nvarchar(max) NULL,
        CONSTRAINT [PK_help_texts] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [installation] (
        [id] bigint NOT NULL,
        [uuid] nvarchar(36) NOT NULL,
        CONSTRAINT [PK_installation] PRIMARY KEY ([id]),
        CONSTRAINT [CK_installation_only_one] CHECK (id = 1)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [mcp_configurations] (
        [id] bigint NOT NULL IDENTITY,
        [identifier] nvarchar(100) NOT NULL,
        [title] nvarchar(255) NULL,
        [description] nvarchar(1000) NULL,
        [enabled] bit NOT NULL,
        CONSTRAINT [PK_mcp_configurations] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [non_working_days] (
        [id] bigint NOT NULL IDENTITY,
        [date] date NOT NULL,
        [name] nvarchar(255) NOT NULL,
        CONSTRAINT [PK_non_working_days] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [oauth_keys] (
        [purpose] nvarchar(20) NOT NULL,
        [material] nvarchar(1000) NOT NULL,
        [created_at] datetime2 NOT NULL,
        CONSTRAINT [PK_oauth_keys] PRIMARY KEY ([purpose])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [principals] (
        [id] bigint NOT NULL IDENTITY,
        [kind] int NOT NULL,
        [name] nvarchar(512) NOT NULL,
        [sort_name] nvarchar(512) NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [revision] int NOT NULL,
        [login] nvarchar(256) NULL,
        [first_name] nvarchar(255) NULL,
        [last_name] nvarchar(255) NULL,
        [email] nvarchar(255) NULL,
        [admin] bit NULL,
        [status] int NULL,
        [language] nvarchar(8) NULL,
        [provided_name] nvarchar(512) NULL,
        [identity_url] nvarchar(512) NULL,
        [hide_email] bit NULL,
        [password_hash] nvarchar(512) NULL,
        [force_password_change] bit NULL,
        [session_generation] int NULL,
        [failed_sign_ins] int NULL,
        [last_failed_sign_in_at] datetime2 NULL,
        [time_zone] nvarchar(100) NULL,
        [warn_on_leaving_unsaved] bit NULL,
        [comment_sort_descending] bit NULL,
        [auto_hide_popups] bit NULL,
        [disable_keyboard_shortcuts] bit NULL,
        CONSTRAINT [PK_principals] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [priorities] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [position] int NOT NULL,
        [color] nvarchar(7) NULL,
        [is_default] bit NOT NULL,
        [is_active] bit NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_priorities] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [project_phase_definitions] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [position] int NOT NULL,
        [start_gate_name] nvarchar(255) NULL,
        [finish_gate_name] nvarchar(255) NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_project_phase_definitions] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [projects] (
        [id] bigint NOT NULL IDENTITY,
        [custom_comments] nvarchar(max) NOT NULL,
        [kind] int NOT NULL,
        [identifier] nvarchar(100) NOT NULL,
        [name] nvarchar(255) NOT NULL,
        [description] nvarchar(max) NULL,
        [description_html] nvarchar(max) NULL,
        [public] bit NOT NULL,
        [active] bit NOT NULL,
        [templated] bit NOT NULL,
        [parent_id] bigint NULL,
        [status_code] int NULL,
        [status_explanation] nvarchar(max) NULL,
        [status_explanation_html] nvarchar(max) NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_projects] PRIMARY KEY ([id]),
        CONSTRAINT [FK_projects_projects_parent_id] FOREIGN KEY ([parent_id]) REFERENCES [projects] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [roles] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [position] int NOT NULL,
        [kind] int NOT NULL,
        [builtin] int NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_roles] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [statuses] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [position] int NOT NULL,
        [color] nvarchar(7) NULL,
        [is_closed] bit NOT NULL,
        [is_default] bit NOT NULL,
        [is_readonly] bit NOT NULL,
        [excluded_from_totals] bit NOT NULL,
        [default_done_ratio] int NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_statuses] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [stored_files] (
        [id] bigint NOT NULL IDENTITY,
        [key] char(32) NOT NULL,
        [state] int NOT NULL,
        [byte_size] bigint NOT NULL,
        [content_type] nvarchar(255) NOT NULL,
        [md5] char(32) NULL,
        [kept_until] datetime2 NOT NULL,
        CONSTRAINT [PK_stored_files] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [time_entries_activities] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(30) NOT NULL,
        [position] int NOT NULL,
        [is_default] bit NOT NULL,
        [is_active] bit NOT NULL,
        CONSTRAINT [PK_time_entries_activities] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [types] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [position] int NOT NULL,
        [color] nvarchar(7) NULL,
        [is_default] bit NOT NULL,
        [is_milestone] bit NOT NULL,
        [is_in_roadmap] bit NOT NULL,
        [description_template] nvarchar(max) NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_types] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [week_days] (
        [id] bigint NOT NULL,
        [working] bit NOT NULL,
        CONSTRAINT [PK_week_days] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [custom_options] (
        [id] bigint NOT NULL IDENTITY,
        [field_id] bigint NOT NULL,
        [value] nvarchar(255) NOT NULL,
        [position] int NOT NULL,
        [is_default] bit NOT NULL,
        CONSTRAINT [PK_custom_options] PRIMARY KEY ([id]),
        CONSTRAINT [FK_custom_options_custom_fields_field_id] FOREIGN KEY ([field_id]) REFERENCES [custom_fields] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [hierarchy_items] (
        [id] bigint NOT NULL IDENTITY,
        [field_id] bigint NOT NULL,
        [parent_id] bigint NULL,
        [label] nvarchar(255) NULL,
        [short] nvarchar(255) NULL,
        [weight] decimal(28,10) NULL,
        [position] int NOT NULL,
        [depth] int NOT NULL,
        CONSTRAINT [PK_hierarchy_items] PRIMARY KEY ([id]),
        CONSTRAINT [FK_hierarchy_items_custom_fields_field_id] FOREIGN KEY ([field_id]) REFERENCES [custom_fields] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_hierarchy_items_hierarchy_items_parent_id] FOREIGN KEY ([parent_id]) REFERENCES [hierarchy_items] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [api_tokens] (
        [id] bigint NOT NULL IDENTITY,
        [user_id] bigint NOT NULL,
        [name] nvarchar(255) NOT NULL,
        [token_hash] char(64) NOT NULL,
        [expires_at] datetime2 NULL,
        [created_at] datetime2 NOT NULL,
        [last_used_at] datetime2 NULL,
        CONSTRAINT [PK_api_tokens] PRIMARY KEY ([id]),
        CONSTRAINT [FK_api_tokens_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [external_identities] (
        [id] bigint NOT NULL IDENTITY,
        [principal_id] bigint NOT NULL,
        [provider] nvarchar(64) NOT NULL,
        [external_key] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_external_identities] PRIMARY KEY ([id]),
        CONSTRAINT [FK_external_identities_principals_principal_id] FOREIGN KEY ([principal_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [group_members] (
        [group_id] bigint NOT NULL,
        [user_id] bigint NOT NULL,
        CONSTRAINT [PK_group_members] PRIMARY KEY ([group_id], [user_id]),
        CONSTRAINT [FK_group_members_principals_group_id] FOREIGN KEY ([group_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_group_members_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [mcp_keyed_calls] (
        [id] bigint NOT NULL IDENTITY,
        [user_id] bigint NOT NULL,
        [key_hash] char(64) NOT NULL,
        [arguments_hash] char(64) NOT NULL,
        [created_at] datetime2 NOT NULL,
        [answer] nvarchar(max) NULL,
        CONSTRAINT [PK_mcp_keyed_calls] PRIMARY KEY ([id]),
        CONSTRAINT [FK_mcp_keyed_calls_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [oauth_applications] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [client_id] nvarchar(100) NOT NULL,
        [confidential] bit NOT NULL,
        [redirect_uris] nvarchar(max) NOT NULL,
        [scopes] nvarchar(max) NOT NULL,
        [enabled] bit NOT NULL,
        [internal] bit NOT NULL,
        [client_credentials_user_id] bigint NULL,
        [owner_id] bigint NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_oauth_applications] PRIMARY KEY ([id]),
        CONSTRAINT [FK_oauth_applications_principals_client_credentials_user_id] FOREIGN KEY ([client_credentials_user_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_oauth_applications_principals_owner_id] FOREIGN KEY ([owner_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [sessions] (
        [id] bigint NOT NULL IDENTITY,
        [user_id] bigint NOT NULL,
        [token_hash] char(64) NOT NULL,
        [generation] int NOT NULL,
        [created_at] datetime2 NOT NULL,
        [last_used_at] datetime2 NOT NULL,
        CONSTRAINT [PK_sessions] PRIMARY KEY ([id]),
        CONSTRAINT [FK_sessions_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [user_avatars] (
        [id] bigint NOT NULL,
        [media_type] nvarchar(50) NOT NULL,
        [content] varbinary(max) NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_user_avatars] PRIMARY KEY ([id]),
        CONSTRAINT [FK_user_avatars_principals_id] FOREIGN KEY ([id]) REFERENCES [principals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [user_custom_values] (
        [field_id] bigint NOT NULL,
        [position] int NOT NULL,
        [owner_id] bigint NOT NULL,
        [text] nvarchar(max) NULL,
        [html] nvarchar(max) NULL,
        [number] float NULL,
        [day] date NULL,
        [reference_id] bigint NULL,
        CONSTRAINT [PK_user_custom_values] PRIMARY KEY ([owner_id], [field_id], [position]),
        CONSTRAINT [FK_user_custom_values_principals_owner_id] FOREIGN KEY ([owner_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [user_non_working_times] (
        [id] bigint NOT NULL IDENTITY,
        [user_id] bigint NOT NULL,
        [start_date] date NOT NULL,
        [end_date] date NOT NULL,
        CONSTRAINT [PK_user_non_working_times] PRIMARY KEY ([id]),
        CONSTRAINT [FK_user_non_working_times_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [user_working_hours] (
        [id] bigint NOT NULL IDENTITY,
        [user_id] bigint NOT NULL,
        [valid_from] date NOT NULL,
        [monday_hours] float NOT NULL,
        [tuesday_hours] float NOT NULL,
        [wednesday_hours] float NOT NULL,
        [thursday_hours] float NOT NULL,
        [friday_hours] float NOT NULL,
        [saturday_hours] float NOT NULL,
        [sunday_hours] float NOT NULL,
        [availability_factor] int NOT NULL,
        CONSTRAINT [PK_user_working_hours] PRIMARY KEY ([id]),
        CONSTRAINT [FK_user_working_hours_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [bcf_words] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [kind] int NOT NULL,
        [text] nvarchar(255) NOT NULL,
        CONSTRAINT [PK_bcf_words] PRIMARY KEY ([id]),
        CONSTRAINT [FK_bcf_words_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [budgets] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [subject] nvarchar(255) NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_budgets] PRIMARY KEY ([id]),
        CONSTRAINT [FK_budgets_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [categories] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [name] nvarchar(255) NOT NULL,
        [default_assignee_id] bigint NULL,
        CONSTRAINT [PK_categories] PRIMARY KEY ([id]),
        CONSTRAINT [FK_categories_principals_default_assignee_id] FOREIGN KEY ([default_assignee_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_categories_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [custom_field_projects] (
        [field_id] bigint NOT NULL,
        [project_id] bigint NOT NULL,
        CONSTRAINT [PK_custom_field_projects] PRIMARY KEY ([field_id], [project_id]),
        CONSTRAINT [FK_custom_field_projects_custom_fields_field_id] FOREIGN KEY ([field_id]) REFERENCES [custom_fields] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_custom_field_projects_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [favorites] (
        [user_id] bigint NOT NULL,
        [project_id] bigint NOT NULL,
        [created_at] datetime2 NOT NULL,
        CONSTRAINT [PK_favorites] PRIMARY KEY ([user_id], [project_id]),
        CONSTRAINT [FK_favorites_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_favorites_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [grids] (
        [id] bigint NOT NULL IDENTITY,
        [page] int NOT NULL,
        [user_id] bigint NULL,
        [project_id] bigint NULL,
        [name] nvarchar(255) NULL,
        [options] nvarchar(max) NOT NULL,
        [row_count] int NOT NULL,
        [column_count] int NOT NULL,
        [widgets] nvarchar(max) NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_grids] PRIMARY KEY ([id]),
        CONSTRAINT [FK_grids_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_grids_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [jobs] (
        [id] bigint NOT NULL IDENTITY,
        [uuid] char(36) NOT NULL,
        [kind] int NOT NULL,
        [user_id] bigint NOT NULL,
        [input] nvarchar(max) NOT NULL,
        [state] int NOT NULL,
        [message] nvarchar(1000) NULL,
        [project_id] bigint NULL,
        [attempts] int NOT NULL,
        [leased_until] datetime2 NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_jobs] PRIMARY KEY ([id]),
        CONSTRAINT [FK_jobs_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_jobs_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE SET NULL
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [members] (
        [id] bigint NOT NULL IDENTITY,
        [principal_id] bigint NOT NULL,
        [project_id] bigint NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_members] PRIMARY KEY ([id]),
        CONSTRAINT [FK_members_principals_principal_id] FOREIGN KEY ([principal_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_members_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [news] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [author_id] bigint NOT NULL,
        [title] nvarchar(60) NOT NULL,
        [summary] nvarchar(255) NOT NULL,
        [description] nvarchar(max) NULL,
        [description_html] nvarchar(max) NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_news] PRIMARY KEY ([id]),
        CONSTRAINT [FK_news_principals_author_id] FOREIGN KEY ([author_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_news_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [notification_settings] (
        [id] bigint NOT NULL IDENTITY,
        [user_id] bigint NOT NULL,
        [project_id] bigint NULL,
        [mentioned] bit NOT NULL,
        [assignee] bit NOT NULL,
        [responsible] bit NOT NULL,
        [watched] bit NOT NULL,
        [work_package_created] bit NOT NULL,
        [work_package_commented] bit NOT NULL,
        [work_package_processed] bit NOT NULL,
        [work_package_prioritized] bit NOT NULL,
        [work_package_scheduled] bit NOT NULL,
        [start_date_days] int NULL,
        [due_date_days] int NULL,
        [overdue_days] int NULL,
        CONSTRAINT [PK_notification_settings] PRIMARY KEY ([id]),
        CONSTRAINT [FK_notification_settings_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_notification_settings_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [project_contents] (
        [id] bigint NOT NULL IDENTITY,
        [kind] int NOT NULL,
        [project_id] bigint NOT NULL,
        [author_id] bigint NOT NULL,
        [title] nvarchar(255) NOT NULL,
        [text] nvarchar(max) NULL,
        [text_html] nvarchar(max) NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [location] nvarchar(255) NULL,
        [start_time] datetime2 NULL,
        [end_time] datetime2 NULL,
        [lock_version] int NULL,
        CONSTRAINT [PK_project_contents] PRIMARY KEY ([id]),
        CONSTRAINT [FK_project_contents_principals_author_id] FOREIGN KEY ([author_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_project_contents_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [project_custom_values] (
        [field_id] bigint NOT NULL,
        [position] int NOT NULL,
        [owner_id] bigint NOT NULL,
        [text] nvarchar(max) NULL,
        [html] nvarchar(max) NULL,
        [number] float NULL,
        [day] date NULL,
        [reference_id] bigint NULL,
        CONSTRAINT [PK_project_custom_values] PRIMARY KEY ([owner_id], [field_id], [position]),
        CONSTRAINT [FK_project_custom_values_projects_owner_id] FOREIGN KEY ([owner_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [project_hierarchies] (
        [ancestor_id] bigint NOT NULL,
        [descendant_id] bigint NOT NULL,
        [depth] int NOT NULL,
        CONSTRAINT [PK_project_hierarchies] PRIMARY KEY ([ancestor_id], [descendant_id]),
        CONSTRAINT [FK_project_hierarchies_projects_ancestor_id] FOREIGN KEY ([ancestor_id]) REFERENCES [projects] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_project_hierarchies_projects_descendant_id] FOREIGN KEY ([descendant_id]) REFERENCES [projects] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [project_modules] (
        [project_id] bigint NOT NULL,
        [name] nvarchar(100) NOT NULL,
        CONSTRAINT [PK_project_modules] PRIMARY KEY ([project_id], [name]),
        CONSTRAINT [FK_project_modules_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [project_phases] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [definition_id] bigint NOT NULL,
        [active] bit NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_project_phases] PRIMARY KEY ([id]),
        CONSTRAINT [FK_project_phases_project_phase_definitions_definition_id] FOREIGN KEY ([definition_id]) REFERENCES [project_phase_definitions] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_project_phases_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [queries] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [user_id] bigint NOT NULL,
        [project_id] bigint NULL,
        [public] bit NOT NULL,
        [starred] bit NOT NULL,
        [include_subprojects] bit NOT NULL,
        [sums] bit NOT NULL,
        [timeline_visible] bit NOT NULL,
        [timeline_zoom_level] int NOT NULL,
        [timeline_labels] nvarchar(max) NOT NULL,
        [show_hierarchies] bit NOT NULL,
        [display_representation] int NULL,
        [highlighting_mode] int NOT NULL,
        [highlighted_attributes] nvarchar(max) NOT NULL,
        [timestamps] nvarchar(max) NOT NULL,
        [columns] nvarchar(max) NOT NULL,
        [sort_by] nvarchar(max) NOT NULL,
        [group_by] nvarchar(100) NULL,
        [filters] nvarchar(max) NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_queries] PRIMARY KEY ([id]),
        CONSTRAINT [FK_queries_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_queries_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [revisions] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [identifier] nvarchar(255) NOT NULL,
        [author_name] nvarchar(255) NOT NULL,
        [user_id] bigint NULL,
        [message] nvarchar(max) NULL,
        [address] nvarchar(2000) NOT NULL,
        [committed_at] datetime2 NOT NULL,
        CONSTRAINT [PK_revisions] PRIMARY KEY ([id]),
        CONSTRAINT [FK_revisions_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_revisions_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [sprints] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [name] nvarchar(255) NOT NULL,
        [description] nvarchar(max) NULL,
        [description_html] nvarchar(max) NULL,
        [start_date] date NULL,
        [finish_date] date NULL,
        [status] int NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_sprints] PRIMARY KEY ([id]),
        CONSTRAINT [FK_sprints_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [versions] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [name] nvarchar(60) NOT NULL,
        [sort_name] nvarchar(300) NOT NULL,
        [description] nvarchar(max) NULL,
        [description_html] nvarchar(max) NULL,
        [start_date] date NULL,
        [end_date] date NULL,
        [status] int NOT NULL,
        [sharing] int NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_versions] PRIMARY KEY ([id]),
        CONSTRAINT [FK_versions_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [role_permissions] (
        [role_id] bigint NOT NULL,
        [permission] nvarchar(100) NOT NULL,
        CONSTRAINT [PK_role_permissions] PRIMARY KEY ([role_id], [permission]),
        CONSTRAINT [FK_role_permissions_roles_role_id] FOREIGN KEY ([role_id]) REFERENCES [roles] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [bcf_documents] (
        [id] bigint NOT NULL IDENTITY,
        [guid] char(36) NOT NULL,
        [project_id] bigint NOT NULL,
        [file_name] nvarchar(255) NOT NULL,
        [file_id] bigint NOT NULL,
        [created_at] datetime2 NOT NULL,
        CONSTRAINT [PK_bcf_documents] PRIMARY KEY ([id]),
        CONSTRAINT [FK_bcf_documents_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_bcf_documents_stored_files_file_id] FOREIGN KEY ([file_id]) REFERENCES [stored_files] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [custom_field_types] (
        [field_id] bigint NOT NULL,
        [type_id] bigint NOT NULL,
        CONSTRAINT [PK_custom_field_types] PRIMARY KEY ([field_id], [type_id]),
        CONSTRAINT [FK_custom_field_types_custom_fields_field_id] FOREIGN KEY ([field_id]) REFERENCES [custom_fields] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_custom_field_types_types_type_id] FOREIGN KEY ([type_id]) REFERENCES [types] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [project_types] (
        [project_id] bigint NOT NULL,
        [type_id] bigint NOT NULL,
        CONSTRAINT [PK_project_types] PRIMARY KEY ([project_id], [type_id]),
        CONSTRAINT [FK_project_types_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_project_types_types_type_id] FOREIGN KEY ([type_id]) REFERENCES [types] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [workflows] (
        [id] bigint NOT NULL IDENTITY,
        [type_id] bigint NOT NULL,
        [old_status_id] bigint NOT NULL,
        [new_status_id] bigint NOT NULL,
        [role_id] bigint NOT NULL,
        [author_only] bit NOT NULL,
        [assignee_only] bit NOT NULL,
        CONSTRAINT [PK_workflows] PRIMARY KEY ([id]),
        CONSTRAINT [FK_workflows_roles_role_id] FOREIGN KEY ([role_id]) REFERENCES [roles] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_workflows_statuses_new_status_id] FOREIGN KEY ([new_status_id]) REFERENCES [statuses] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_workflows_statuses_old_status_id] FOREIGN KEY ([old_status_id]) REFERENCES [statuses] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_workflows_types_type_id] FOREIGN KEY ([type_id]) REFERENCES [types] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [oauth_clients] (
        [id] bigint NOT NULL,
        [application_type] nvarchar(50) NULL,
        [client_id] nvarchar(100) NULL,
        [client_secret] nvarchar(512) NULL,
        [client_type] nvarchar(50) NULL,
        [concurrency_token] nvarchar(50) NULL,
        [permissions] nvarchar(max) NULL,
        [redirect_uris] nvarchar(max) NULL,
        [requirements] nvarchar(max) NULL,
        CONSTRAINT [PK_oauth_clients] PRIMARY KEY ([id]),
        CONSTRAINT [FK_oauth_clients_oauth_applications_id] FOREIGN KEY ([id]) REFERENCES [oauth_applications] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [scim_clients] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [service_account_id] bigint NOT NULL,
        [provider] nvarchar(64) NOT NULL,
        [oauth_application_id] bigint NULL,
        [enabled] bit NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_scim_clients] PRIMARY KEY ([id]),
        CONSTRAINT [FK_scim_clients_oauth_applications_oauth_application_id] FOREIGN KEY ([oauth_application_id]) REFERENCES [oauth_applications] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_scim_clients_principals_service_account_id] FOREIGN KEY ([service_account_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [storages] (
        [id] bigint NOT NULL IDENTITY,
        [name] nvarchar(255) NOT NULL,
        [kind] int NOT NULL,
        [host] nvarchar(255) NULL,
        [authentication] int NOT NULL,
        [audience] nvarchar(255) NULL,
        [token_exchange_scope] nvarchar(255) NULL,
        [forbidden_file_name_characters] nvarchar(255) NOT NULL,
        [tenant_id] nvarchar(255) NULL,
        [drive_id] nvarchar(255) NULL,
        [protected_password] nvarchar(max) NULL,
        [o_auth_application_id] bigint NULL,
        [creator_id] bigint NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_storages] PRIMARY KEY ([id]),
        CONSTRAINT [FK_storages_oauth_applications_o_auth_application_id] FOREIGN KEY ([o_auth_application_id]) REFERENCES [oauth_applications] ([id]) ON DELETE SET NULL,
        CONSTRAINT [FK_storages_principals_creator_id] FOREIGN KEY ([creator_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [member_roles] (
        [id] bigint NOT NULL IDENTITY,
        [membership_id] bigint NOT NULL,
        [role_id] bigint NOT NULL,
        [inherited_from_id] bigint NULL,
        CONSTRAINT [PK_member_roles] PRIMARY KEY ([id]),
        CONSTRAINT [FK_member_roles_member_roles_inherited_from_id] FOREIGN KEY ([inherited_from_id]) REFERENCES [member_roles] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_member_roles_members_membership_id] FOREIGN KEY ([membership_id]) REFERENCES [members] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_member_roles_roles_role_id] FOREIGN KEY ([role_id]) REFERENCES [roles] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [meeting_agenda_items] (
        [id] bigint NOT NULL IDENTITY,
        [meeting_id] bigint NOT NULL,
        [author_id] bigint NOT NULL,
        [position] int NOT NULL,
        [title] nvarchar(255) NOT NULL,
        [notes] nvarchar(max) NULL,
        [notes_html] nvarchar(max) NULL,
        [minutes] int NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_meeting_agenda_items] PRIMARY KEY ([id]),
        CONSTRAINT [FK_meeting_agenda_items_principals_author_id] FOREIGN KEY ([author_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_meeting_agenda_items_project_contents_meeting_id] FOREIGN KEY ([meeting_id]) REFERENCES [project_contents] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [views] (
        [id] bigint NOT NULL IDENTITY,
        [kind] int NOT NULL,
        [query_id] bigint NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_views] PRIMARY KEY ([id]),
        CONSTRAINT [FK_views_queries_query_id] FOREIGN KEY ([query_id]) REFERENCES [queries] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [version_custom_values] (
        [field_id] bigint NOT NULL,
        [position] int NOT NULL,
        [owner_id] bigint NOT NULL,
        [text] nvarchar(max) NULL,
        [html] nvarchar(max) NULL,
        [number] float NULL,
        [day] date NULL,
        [reference_id] bigint NULL,
        CONSTRAINT [PK_version_custom_values] PRIMARY KEY ([owner_id], [field_id], [position]),
        CONSTRAINT [FK_version_custom_values_versions_owner_id] FOREIGN KEY ([owner_id]) REFERENCES [versions] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [work_packages] (
        [id] bigint NOT NULL IDENTITY,
        [subject] nvarchar(255) NOT NULL,
        [description] nvarchar(max) NULL,
        [description_html] nvarchar(max) NULL,
        [project_id] bigint NOT NULL,
        [type_id] bigint NOT NULL,
        [status_id] bigint NOT NULL,
        [status_kind] int NOT NULL,
        [priority_id] bigint NOT NULL,
        [author_id] bigint NOT NULL,
        [assignee_id] bigint NULL,
        [responsible_id] bigint NULL,
        [category_id] bigint NULL,
        [sprint_id] bigint NULL,
        [sprint_position] int NULL,
        [phase_id] bigint NULL,
        [story_points] int NULL,
        [budget_id] bigint NULL,
        [version_id] bigint NULL,
        [parent_id] bigint NULL,
        [start_date] date NULL,
        [due_date] date NULL,
        [duration_days] int NULL,
        [ignore_non_working_days] bit NOT NULL,
        [schedule_manually] bit NOT NULL,
        [estimated_minutes] int NULL,
        [remaining_minutes] int NULL,
        [percentage_done] int NULL,
        [derived_start_date] date NULL,
        [derived_due_date] date NULL,
        [derived_estimated_minutes] int NULL,
        [derived_remaining_minutes] int NULL,
        [derived_percentage_done] int NULL,
        [lock_version] int NOT NULL,
        [topic_revision] int NOT NULL,
        [journal_version] int NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_work_packages] PRIMARY KEY ([id]),
        CONSTRAINT [FK_work_packages_budgets_budget_id] FOREIGN KEY ([budget_id]) REFERENCES [budgets] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_categories_category_id] FOREIGN KEY ([category_id]) REFERENCES [categories] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_principals_assignee_id] FOREIGN KEY ([assignee_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_principals_author_id] FOREIGN KEY ([author_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_principals_responsible_id] FOREIGN KEY ([responsible_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_priorities_priority_id] FOREIGN KEY ([priority_id]) REFERENCES [priorities] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_project_phases_phase_id] FOREIGN KEY ([phase_id]) REFERENCES [project_phases] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_sprints_sprint_id] FOREIGN KEY ([sprint_id]) REFERENCES [sprints] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_statuses_status_id] FOREIGN KEY ([status_id]) REFERENCES [statuses] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_types_type_id] FOREIGN KEY ([type_id]) REFERENCES [types] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_versions_version_id] FOREIGN KEY ([version_id]) REFERENCES [versions] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_packages_work_packages_parent_id] FOREIGN KEY ([parent_id]) REFERENCES [work_packages] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [oauth_authorizations] (
        [id] bigint NOT NULL IDENTITY,
        [application_id] bigint NULL,
        [concurrency_token] nvarchar(50) NULL,
        [creation_date] datetime2 NULL,
        [properties] nvarchar(max) NULL,
        [scopes] nvarchar(max) NULL,
        [status] nvarchar(50) NULL,
        [subject] nvarchar(100) NULL,
        [type] nvarchar(50) NULL,
        CONSTRAINT [PK_oauth_authorizations] PRIMARY KEY ([id]),
        CONSTRAINT [FK_oauth_authorizations_oauth_clients_application_id] FOREIGN KEY ([application_id]) REFERENCES [oauth_clients] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [scim_tokens] (
        [id] bigint NOT NULL IDENTITY,
        [client_id] bigint NOT NULL,
        [token_hash] char(64) NOT NULL,
        [created_at] datetime2 NOT NULL,
        [expires_at] datetime2 NOT NULL,
        CONSTRAINT [PK_scim_tokens] PRIMARY KEY ([id]),
        CONSTRAINT [FK_scim_tokens_scim_clients_client_id] FOREIGN KEY ([client_id]) REFERENCES [scim_clients] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [oauth_client_credentials] (
        [id] bigint NOT NULL IDENTITY,
        [storage_id] bigint NOT NULL,
        [client_id] nvarchar(255) NOT NULL,
        [protected_secret] nvarchar(max) NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_oauth_client_credentials] PRIMARY KEY ([id]),
        CONSTRAINT [FK_oauth_client_credentials_storages_storage_id] FOREIGN KEY ([storage_id]) REFERENCES [storages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [project_storages] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [storage_id] bigint NOT NULL,
        [folder_mode] int NOT NULL,
        [folder_id] nvarchar(255) NULL,
        [creator_id] bigint NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_project_storages] PRIMARY KEY ([id]),
        CONSTRAINT [FK_project_storages_principals_creator_id] FOREIGN KEY ([creator_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_project_storages_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_project_storages_storages_storage_id] FOREIGN KEY ([storage_id]) REFERENCES [storages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [bcf_topics] (
        [id] bigint NOT NULL IDENTITY,
        [guid] char(36) NOT NULL,
        [work_package_id] bigint NOT NULL,
        [index] int NULL,
        [stage] nvarchar(255) NULL,
        [label_lines] nvarchar(max) NULL,
        [reference_links] nvarchar(max) NOT NULL,
        [snippet_type] nvarchar(255) NULL,
        [snippet_is_external] bit NOT NULL,
        [snippet_reference] nvarchar(2000) NULL,
        [snippet_reference_schema] nvarchar(2000) NULL,
        [snippet_file_id] bigint NULL,
        [model_files] nvarchar(max) NOT NULL,
        [related_guids] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_bcf_topics] PRIMARY KEY ([id]),
        CONSTRAINT [FK_bcf_topics_stored_files_snippet_file_id] FOREIGN KEY ([snippet_file_id]) REFERENCES [stored_files] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_bcf_topics_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [file_links] (
        [id] bigint NOT NULL IDENTITY,
        [storage_id] bigint NOT NULL,
        [work_package_id] bigint NOT NULL,
        [creator_id] bigint NOT NULL,
        [origin_id] nvarchar(255) NOT NULL,
        [origin_name] nvarchar(255) NOT NULL,
        [origin_mime_type] nvarchar(255) NULL,
        [origin_size] bigint NULL,
        [origin_created_at] datetime2 NULL,
        [origin_last_modified_at] datetime2 NULL,
        [origin_created_by_name] nvarchar(255) NULL,
        [origin_last_modified_by_name] nvarchar(255) NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_file_links] PRIMARY KEY ([id]),
        CONSTRAINT [FK_file_links_principals_creator_id] FOREIGN KEY ([creator_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_file_links_storages_storage_id] FOREIGN KEY ([storage_id]) REFERENCES [storages] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_file_links_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [query_positions] (
        [query_id] bigint NOT NULL,
        [work_package_id] bigint NOT NULL,
        [position] int NOT NULL,
        CONSTRAINT [PK_query_positions] PRIMARY KEY ([query_id], [work_package_id]),
        CONSTRAINT [FK_query_positions_queries_query_id] FOREIGN KEY ([query_id]) REFERENCES [queries] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_query_positions_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [relations] (
        [id] bigint NOT NULL IDENTITY,
        [from_id] bigint NOT NULL,
        [to_id] bigint NOT NULL,
        [type] int NOT NULL,
        [lag] int NOT NULL,
        [description] nvarchar(max) NULL,
        CONSTRAINT [PK_relations] PRIMARY KEY ([id]),
        CONSTRAINT [FK_relations_work_packages_from_id] FOREIGN KEY ([from_id]) REFERENCES [work_packages] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_relations_work_packages_to_id] FOREIGN KEY ([to_id]) REFERENCES [work_packages] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [reminders] (
        [id] bigint NOT NULL IDENTITY,
        [user_id] bigint NOT NULL,
        [work_package_id] bigint NOT NULL,
        [remind_at] datetime2 NOT NULL,
        [note] nvarchar(128) NULL,
        [reminded_at] datetime2 NULL,
        CONSTRAINT [PK_reminders] PRIMARY KEY ([id]),
        CONSTRAINT [FK_reminders_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_reminders_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [revision_mentions] (
        [revision_id] bigint NOT NULL,
        [work_package_id] bigint NOT NULL,
        CONSTRAINT [PK_revision_mentions] PRIMARY KEY ([work_package_id], [revision_id]),
        CONSTRAINT [FK_revision_mentions_revisions_revision_id] FOREIGN KEY ([revision_id]) REFERENCES [revisions] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_revision_mentions_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [time_entries] (
        [id] bigint NOT NULL IDENTITY,
        [project_id] bigint NOT NULL,
        [work_package_id] bigint NULL,
        [user_id] bigint NOT NULL,
        [activity_id] bigint NOT NULL,
        [comment] nvarchar(max) NULL,
        [spent_on] date NULL,
        [minutes] int NULL,
        [started_at] datetime2 NULL,
        [ongoing] bit NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_time_entries] PRIMARY KEY ([id]),
        CONSTRAINT [FK_time_entries_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_time_entries_projects_project_id] FOREIGN KEY ([project_id]) REFERENCES [projects] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_time_entries_time_entries_activities_activity_id] FOREIGN KEY ([activity_id]) REFERENCES [time_entries_activities] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_time_entries_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [watchers] (
        [work_package_id] bigint NOT NULL,
        [user_id] bigint NOT NULL,
        CONSTRAINT [PK_watchers] PRIMARY KEY ([work_package_id], [user_id]),
        CONSTRAINT [FK_watchers_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_watchers_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [work_package_custom_values] (
        [field_id] bigint NOT NULL,
        [position] int NOT NULL,
        [owner_id] bigint NOT NULL,
        [text] nvarchar(max) NULL,
        [html] nvarchar(max) NULL,
        [number] float NULL,
        [day] date NULL,
        [reference_id] bigint NULL,
        CONSTRAINT [PK_work_package_custom_values] PRIMARY KEY ([owner_id], [field_id], [position]),
        CONSTRAINT [FK_work_package_custom_values_work_packages_owner_id] FOREIGN KEY ([owner_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [work_package_hierarchies] (
        [ancestor_id] bigint NOT NULL,
        [descendant_id] bigint NOT NULL,
        [depth] int NOT NULL,
        CONSTRAINT [PK_work_package_hierarchies] PRIMARY KEY ([ancestor_id], [descendant_id]),
        CONSTRAINT [FK_work_package_hierarchies_work_packages_ancestor_id] FOREIGN KEY ([ancestor_id]) REFERENCES [work_packages] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_package_hierarchies_work_packages_descendant_id] FOREIGN KEY ([descendant_id]) REFERENCES [work_packages] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [work_package_journals] (
        [id] bigint NOT NULL IDENTITY,
        [work_package_id] bigint NOT NULL,
        [version] int NOT NULL,
        [user_id] bigint NOT NULL,
        [agent] nvarchar(100) NULL,
        [notes] nvarchar(max) NULL,
        [notes_html] nvarchar(max) NULL,
        [comment_guid] char(36) NULL,
        [labels_added] nvarchar(max) NULL,
        [labels_removed] nvarchar(max) NULL,
        [internal] bit NOT NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        [notified_at] datetime2 NULL,
        [subject] nvarchar(255) NOT NULL,
        [description] nvarchar(max) NULL,
        [project_id] bigint NOT NULL,
        [type_id] bigint NOT NULL,
        [status_id] bigint NOT NULL,
        [priority_id] bigint NOT NULL,
        [author_id] bigint NOT NULL,
        [assignee_id] bigint NULL,
        [responsible_id] bigint NULL,
        [category_id] bigint NULL,
        [target_version_id] bigint NULL,
        [sprint_id] bigint NULL,
        [budget_id] bigint NULL,
        [parent_id] bigint NULL,
        [start_date] date NULL,
        [due_date] date NULL,
        [duration_days] int NULL,
        [ignore_non_working_days] bit NOT NULL,
        [schedule_manually] bit NOT NULL,
        [estimated_minutes] int NULL,
        [remaining_minutes] int NULL,
        [percentage_done] int NULL,
        [story_points] int NULL,
        CONSTRAINT [PK_work_package_journals] PRIMARY KEY ([id]),
        CONSTRAINT [FK_work_package_journals_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_work_package_journals_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [oauth_tokens] (
        [id] bigint NOT NULL IDENTITY,
        [application_id] bigint NULL,
        [authorization_id] bigint NULL,
        [concurrency_token] nvarchar(50) NULL,
        [creation_date] datetime2 NULL,
        [expiration_date] datetime2 NULL,
        [payload] nvarchar(max) NULL,
        [properties] nvarchar(max) NULL,
        [redemption_date] datetime2 NULL,
        [reference_id] nvarchar(100) NULL,
        [status] nvarchar(50) NULL,
        [subject] nvarchar(100) NULL,
        [type] nvarchar(100) NULL,
        CONSTRAINT [PK_oauth_tokens] PRIMARY KEY ([id]),
        CONSTRAINT [FK_oauth_tokens_oauth_authorizations_authorization_id] FOREIGN KEY ([authorization_id]) REFERENCES [oauth_authorizations] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_oauth_tokens_oauth_clients_application_id] FOREIGN KEY ([application_id]) REFERENCES [oauth_clients] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [bcf_document_references] (
        [id] bigint NOT NULL IDENTITY,
        [guid] char(36) NOT NULL,
        [topic_id] bigint NOT NULL,
        [document_id] bigint NULL,
        [url] nvarchar(2000) NULL,
        [description] nvarchar(4000) NULL,
        CONSTRAINT [PK_bcf_document_references] PRIMARY KEY ([id]),
        CONSTRAINT [FK_bcf_document_references_bcf_documents_document_id] FOREIGN KEY ([document_id]) REFERENCES [bcf_documents] ([id]),
        CONSTRAINT [FK_bcf_document_references_bcf_topics_topic_id] FOREIGN KEY ([topic_id]) REFERENCES [bcf_topics] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [bcf_viewpoints] (
        [id] bigint NOT NULL IDENTITY,
        [guid] char(36) NOT NULL,
        [topic_id] bigint NOT NULL,
        [index] int NULL,
        [scene] nvarchar(max) NOT NULL,
        [components] nvarchar(max) NULL,
        [snapshot_type] nvarchar(4) NULL,
        [snapshot_file_id] bigint NULL,
        [created_at] datetime2 NOT NULL,
        CONSTRAINT [PK_bcf_viewpoints] PRIMARY KEY ([id]),
        CONSTRAINT [FK_bcf_viewpoints_bcf_topics_topic_id] FOREIGN KEY ([topic_id]) REFERENCES [bcf_topics] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_bcf_viewpoints_stored_files_snapshot_file_id] FOREIGN KEY ([snapshot_file_id]) REFERENCES [stored_files] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [time_entry_custom_values] (
        [field_id] bigint NOT NULL,
        [position] int NOT NULL,
        [owner_id] bigint NOT NULL,
        [text] nvarchar(max) NULL,
        [html] nvarchar(max) NULL,
        [number] float NULL,
        [day] date NULL,
        [reference_id] bigint NULL,
        CONSTRAINT [PK_time_entry_custom_values] PRIMARY KEY ([owner_id], [field_id], [position]),
        CONSTRAINT [FK_time_entry_custom_values_time_entries_owner_id] FOREIGN KEY ([owner_id]) REFERENCES [time_entries] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [attachments] (
        [id] bigint NOT NULL IDENTITY,
        [file_id] bigint NOT NULL,
        [file_name] nvarchar(255) NOT NULL,
        [description] nvarchar(4000) NULL,
        [author_id] bigint NOT NULL,
        [work_package_id] bigint NULL,
        [activity_id] bigint NULL,
        [content_id] bigint NULL,
        [help_text_id] bigint NULL,
        [created_at] datetime2 NOT NULL,
        CONSTRAINT [PK_attachments] PRIMARY KEY ([id]),
        CONSTRAINT [FK_attachments_help_texts_help_text_id] FOREIGN KEY ([help_text_id]) REFERENCES [help_texts] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_attachments_principals_author_id] FOREIGN KEY ([author_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_attachments_project_contents_content_id] FOREIGN KEY ([content_id]) REFERENCES [project_contents] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_attachments_stored_files_file_id] FOREIGN KEY ([file_id]) REFERENCES [stored_files] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_attachments_work_package_journals_activity_id] FOREIGN KEY ([activity_id]) REFERENCES [work_package_journals] ([id]),
        CONSTRAINT [FK_attachments_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [comment_edits] (
        [id] bigint NOT NULL IDENTITY,
        [journal_id] bigint NOT NULL,
        [user_id] bigint NOT NULL,
        [type] nvarchar(40) NOT NULL,
        [before] nvarchar(1024) NULL,
        [value] nvarchar(1024) NULL,
        [created_at] datetime2 NOT NULL,
        CONSTRAINT [PK_comment_edits] PRIMARY KEY ([id]),
        CONSTRAINT [FK_comment_edits_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_comment_edits_work_package_journals_journal_id] FOREIGN KEY ([journal_id]) REFERENCES [work_package_journals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [emoji_reactions] (
        [id] bigint NOT NULL IDENTITY,
        [journal_id] bigint NOT NULL,
        [user_id] bigint NOT NULL,
        [reaction] nvarchar(40) NOT NULL,
        [created_at] datetime2 NOT NULL,
        CONSTRAINT [PK_emoji_reactions] PRIMARY KEY ([id]),
        CONSTRAINT [FK_emoji_reactions_principals_user_id] FOREIGN KEY ([user_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_emoji_reactions_work_package_journals_journal_id] FOREIGN KEY ([journal_id]) REFERENCES [work_package_journals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [notifications] (
        [id] bigint NOT NULL IDENTITY,
        [recipient_id] bigint NOT NULL,
        [work_package_id] bigint NOT NULL,
        [activity_id] bigint NULL,
        [actor_id] bigint NULL,
        [reason] int NOT NULL,
        [read] bit NOT NULL,
        [alerted_date] int NULL,
        [alerted_on] date NULL,
        [created_at] datetime2 NOT NULL,
        [updated_at] datetime2 NOT NULL,
        CONSTRAINT [PK_notifications] PRIMARY KEY ([id]),
        CONSTRAINT [FK_notifications_principals_actor_id] FOREIGN KEY ([actor_id]) REFERENCES [principals] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_notifications_principals_recipient_id] FOREIGN KEY ([recipient_id]) REFERENCES [principals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_notifications_work_package_journals_activity_id] FOREIGN KEY ([activity_id]) REFERENCES [work_package_journals] ([id]),
        CONSTRAINT [FK_notifications_work_packages_work_package_id] FOREIGN KEY ([work_package_id]) REFERENCES [work_packages] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [work_package_journal_custom_values] (
        [field_id] bigint NOT NULL,
        [position] int NOT NULL,
        [owner_id] bigint NOT NULL,
        [text] nvarchar(max) NULL,
        [html] nvarchar(max) NULL,
        [number] float NULL,
        [day] date NULL,
        [reference_id] bigint NULL,
        CONSTRAINT [PK_work_package_journal_custom_values] PRIMARY KEY ([owner_id], [field_id], [position]),
        CONSTRAINT [FK_work_package_journal_custom_values_work_package_journals_owner_id] FOREIGN KEY ([owner_id]) REFERENCES [work_package_journals] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [bcf_bitmaps] (
        [id] bigint NOT NULL IDENTITY,
        [viewpoint_id] bigint NOT NULL,
        [guid] char(36) NOT NULL,
        [type] nvarchar(4) NOT NULL,
        [file_id] bigint NOT NULL,
        CONSTRAINT [PK_bcf_bitmaps] PRIMARY KEY ([id]),
        CONSTRAINT [FK_bcf_bitmaps_bcf_viewpoints_viewpoint_id] FOREIGN KEY ([viewpoint_id]) REFERENCES [bcf_viewpoints] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_bcf_bitmaps_stored_files_file_id] FOREIGN KEY ([file_id]) REFERENCES [stored_files] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE TABLE [bcf_comment_links] (
        [id] bigint NOT NULL IDENTITY,
        [journal_id] bigint NOT NULL,
        [viewpoint_id] bigint NULL,
        [reply_to_id] bigint NULL,
        CONSTRAINT [PK_bcf_comment_links] PRIMARY KEY ([id]),
        CONSTRAINT [FK_bcf_comment_links_bcf_viewpoints_viewpoint_id] FOREIGN KEY ([viewpoint_id]) REFERENCES [bcf_viewpoints] ([id]),
        CONSTRAINT [FK_bcf_comment_links_work_package_journals_journal_id] FOREIGN KEY ([journal_id]) REFERENCES [work_package_journals] ([id]) ON DELETE CASCADE,
        CONSTRAINT [FK_bcf_comment_links_work_package_journals_reply_to_id] FOREIGN KEY ([reply_to_id]) REFERENCES [work_package_journals] ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_api_tokens_token_hash] ON [api_tokens] ([token_hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_api_tokens_user_id] ON [api_tokens] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_attachments_activity_id] ON [attachments] ([activity_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_attachments_author_id] ON [attachments] ([author_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_attachments_content_id] ON [attachments] ([content_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_attachments_file_id] ON [attachments] ([file_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_attachments_help_text_id] ON [attachments] ([help_text_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_attachments_work_package_id_created_at] ON [attachments] ([work_package_id], [created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_bcf_bitmaps_file_id] ON [bcf_bitmaps] ([file_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_bcf_bitmaps_viewpoint_id_guid] ON [bcf_bitmaps] ([viewpoint_id], [guid]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_bcf_comment_links_journal_id] ON [bcf_comment_links] ([journal_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_bcf_comment_links_reply_to_id] ON [bcf_comment_links] ([reply_to_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_bcf_comment_links_viewpoint_id] ON [bcf_comment_links] ([viewpoint_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_bcf_document_references_document_id] ON [bcf_document_references] ([document_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_bcf_document_references_topic_id_guid] ON [bcf_document_references] ([topic_id], [guid]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_bcf_documents_file_id] ON [bcf_documents] ([file_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_bcf_documents_project_id_guid] ON [bcf_documents] ([project_id], [guid]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_bcf_topics_guid] ON [bcf_topics] ([guid]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_bcf_topics_snippet_file_id] ON [bcf_topics] ([snippet_file_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_bcf_topics_work_package_id] ON [bcf_topics] ([work_package_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_bcf_viewpoints_snapshot_file_id] ON [bcf_viewpoints] ([snapshot_file_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_bcf_viewpoints_topic_id_guid] ON [bcf_viewpoints] ([topic_id], [guid]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_bcf_words_project_id_kind_text] ON [bcf_words] ([project_id], [kind], [text]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_budgets_project_id_subject] ON [budgets] ([project_id], [subject]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_categories_default_assignee_id] ON [categories] ([default_assignee_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_categories_project_id_name] ON [categories] ([project_id], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_comment_edits_journal_id] ON [comment_edits] ([journal_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_comment_edits_user_id] ON [comment_edits] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_custom_field_projects_project_id] ON [custom_field_projects] ([project_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_custom_field_types_type_id] ON [custom_field_types] ([type_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_custom_fields_customizes_name] ON [custom_fields] ([customizes], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_custom_options_field_id] ON [custom_options] ([field_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_emoji_reactions_journal_id_reaction_user_id] ON [emoji_reactions] ([journal_id], [reaction], [user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_emoji_reactions_user_id] ON [emoji_reactions] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_external_identities_external_key] ON [external_identities] ([external_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_external_identities_principal_id_provider] ON [external_identities] ([principal_id], [provider]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_external_identities_provider_external_key] ON [external_identities] ([provider], [external_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_favorites_project_id] ON [favorites] ([project_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_file_links_creator_id] ON [file_links] ([creator_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_file_links_origin_id_storage_id] ON [file_links] ([origin_id], [storage_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_file_links_storage_id] ON [file_links] ([storage_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_file_links_work_package_id_storage_id_origin_id] ON [file_links] ([work_package_id], [storage_id], [origin_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_grids_project_id] ON [grids] ([project_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_grids_user_id_page] ON [grids] ([user_id], [page]) WHERE [user_id] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_group_members_user_id] ON [group_members] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_help_texts_scope_attribute] ON [help_texts] ([scope], [attribute]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_hierarchy_items_field_id_parent_id_position] ON [hierarchy_items] ([field_id], [parent_id], [position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_hierarchy_items_parent_id] ON [hierarchy_items] ([parent_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_jobs_project_id] ON [jobs] ([project_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_jobs_state_leased_until] ON [jobs] ([state], [leased_until]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_jobs_user_id] ON [jobs] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_jobs_uuid] ON [jobs] ([uuid]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_mcp_configurations_identifier] ON [mcp_configurations] ([identifier]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_mcp_keyed_calls_created_at] ON [mcp_keyed_calls] ([created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_mcp_keyed_calls_user_id_key_hash] ON [mcp_keyed_calls] ([user_id], [key_hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_meeting_agenda_items_author_id] ON [meeting_agenda_items] ([author_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_meeting_agenda_items_meeting_id_position_id] ON [meeting_agenda_items] ([meeting_id], [position], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_member_roles_inherited_from_id] ON [member_roles] ([inherited_from_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_member_roles_membership_id_role_id] ON [member_roles] ([membership_id], [role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_member_roles_role_id] ON [member_roles] ([role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_members_principal_id_global] ON [members] ([principal_id]) WHERE project_id IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_members_principal_id_project_id] ON [members] ([principal_id], [project_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_members_project_id_principal_id] ON [members] ([project_id], [principal_id]) WHERE project_id IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_news_author_id] ON [news] ([author_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_news_created_at_id] ON [news] ([created_at] DESC, [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_news_project_id_created_at_id] ON [news] ([project_id], [created_at] DESC, [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_non_working_days_date] ON [non_working_days] ([date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_notification_settings_project_id] ON [notification_settings] ([project_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_notification_settings_user_id_project_id] ON [notification_settings] ([user_id], [project_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_notifications_activity_id_recipient_id] ON [notifications] ([activity_id], [recipient_id]) WHERE activity_id IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_notifications_actor_id] ON [notifications] ([actor_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_notifications_recipient_id_read_id] ON [notifications] ([recipient_id], [read], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_notifications_work_package_id_recipient_id_alerted_date_alerted_on] ON [notifications] ([work_package_id], [recipient_id], [alerted_date], [alerted_on]) WHERE alerted_on IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_oauth_applications_client_credentials_user_id] ON [oauth_applications] ([client_credentials_user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_oauth_applications_client_id] ON [oauth_applications] ([client_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_oauth_applications_owner_id] ON [oauth_applications] ([owner_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_oauth_authorizations_application_id_subject_status] ON [oauth_authorizations] ([application_id], [subject], [status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_oauth_authorizations_subject] ON [oauth_authorizations] ([subject]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_oauth_client_credentials_storage_id] ON [oauth_client_credentials] ([storage_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_oauth_clients_client_id] ON [oauth_clients] ([client_id]) WHERE [client_id] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_oauth_tokens_application_id_subject_status] ON [oauth_tokens] ([application_id], [subject], [status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_oauth_tokens_authorization_id] ON [oauth_tokens] ([authorization_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_oauth_tokens_expiration_date] ON [oauth_tokens] ([expiration_date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_oauth_tokens_reference_id] ON [oauth_tokens] ([reference_id]) WHERE [reference_id] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_oauth_tokens_subject] ON [oauth_tokens] ([subject]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_principals_email] ON [principals] ([email]) WHERE email IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_principals_identity_url] ON [principals] ([identity_url]) WHERE identity_url IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_principals_kind] ON [principals] ([kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_principals_kind_name] ON [principals] ([kind], [name]) WHERE kind IN (2, 3)');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_principals_kind_sort_name] ON [principals] ([kind], [sort_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_principals_login] ON [principals] ([login]) WHERE login IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_principals_sort_name] ON [principals] ([sort_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_priorities_name] ON [priorities] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_contents_author_id] ON [project_contents] ([author_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_contents_kind_created_at_id] ON [project_contents] ([kind], [created_at] DESC, [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_project_contents_project_id_title] ON [project_contents] ([project_id], [title]) WHERE kind = 2');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_project_contents_start_time] ON [project_contents] ([start_time]) WHERE start_time IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_custom_values_field_id_day] ON [project_custom_values] ([field_id], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_custom_values_field_id_number] ON [project_custom_values] ([field_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_custom_values_field_id_reference_id] ON [project_custom_values] ([field_id], [reference_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_hierarchies_descendant_id_depth_ancestor_id] ON [project_hierarchies] ([descendant_id], [depth], [ancestor_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_modules_name_project_id] ON [project_modules] ([name], [project_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_project_phase_definitions_name] ON [project_phase_definitions] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_phases_definition_id] ON [project_phases] ([definition_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_project_phases_project_id_definition_id] ON [project_phases] ([project_id], [definition_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_storages_creator_id] ON [project_storages] ([creator_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_project_storages_project_id_storage_id] ON [project_storages] ([project_id], [storage_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_storages_storage_id] ON [project_storages] ([storage_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_project_types_type_id] ON [project_types] ([type_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_projects_identifier] ON [projects] ([identifier]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_projects_name] ON [projects] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_projects_parent_id] ON [projects] ([parent_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_queries_project_id_public] ON [queries] ([project_id], [public]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_queries_updated_at] ON [queries] ([updated_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_queries_user_id] ON [queries] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_query_positions_query_id_position] ON [query_positions] ([query_id], [position]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_query_positions_work_package_id] ON [query_positions] ([work_package_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_relations_from_id_to_id] ON [relations] ([from_id], [to_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_relations_from_id_type_to_id] ON [relations] ([from_id], [type], [to_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_relations_to_id_type_from_id] ON [relations] ([to_id], [type], [from_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_relations_type] ON [relations] ([type]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_reminders_remind_at] ON [reminders] ([remind_at]) WHERE reminded_at IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_reminders_user_id_work_package_id] ON [reminders] ([user_id], [work_package_id]) WHERE reminded_at IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_reminders_work_package_id] ON [reminders] ([work_package_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_revision_mentions_revision_id] ON [revision_mentions] ([revision_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_revisions_project_id_identifier] ON [revisions] ([project_id], [identifier]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_revisions_user_id] ON [revisions] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_role_permissions_permission_role_id] ON [role_permissions] ([permission], [role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_roles_builtin] ON [roles] ([builtin]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_roles_name] ON [roles] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_scim_clients_name] ON [scim_clients] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_scim_clients_oauth_application_id] ON [scim_clients] ([oauth_application_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_scim_clients_service_account_id] ON [scim_clients] ([service_account_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_scim_tokens_client_id] ON [scim_tokens] ([client_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_scim_tokens_token_hash] ON [scim_tokens] ([token_hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_sessions_token_hash] ON [sessions] ([token_hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_sessions_user_id] ON [sessions] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_sprints_project_id_start_date] ON [sprints] ([project_id], [start_date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_sprints_start_date_id] ON [sprints] ([start_date], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_statuses_name] ON [statuses] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_storages_creator_id] ON [storages] ([creator_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_storages_host] ON [storages] ([host]) WHERE [host] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_storages_name] ON [storages] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_storages_o_auth_application_id] ON [storages] ([o_auth_application_id]) WHERE [o_auth_application_id] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_stored_files_key] ON [stored_files] ([key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_stored_files_state_kept_until] ON [stored_files] ([state], [kept_until]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_time_entries_activity_id] ON [time_entries] ([activity_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_time_entries_project_id_spent_on_id] ON [time_entries] ([project_id], [spent_on], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_time_entries_spent_on_id] ON [time_entries] ([spent_on], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_time_entries_user_id_ongoing] ON [time_entries] ([user_id]) WHERE ongoing = 1');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_time_entries_user_id_spent_on] ON [time_entries] ([user_id], [spent_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_time_entries_work_package_id] ON [time_entries] ([work_package_id]) INCLUDE ([project_id], [user_id], [minutes]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_time_entry_custom_values_field_id_day] ON [time_entry_custom_values] ([field_id], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_time_entry_custom_values_field_id_number] ON [time_entry_custom_values] ([field_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_time_entry_custom_values_field_id_reference_id] ON [time_entry_custom_values] ([field_id], [reference_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_types_name] ON [types] ([name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_user_custom_values_field_id_day] ON [user_custom_values] ([field_id], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_user_custom_values_field_id_number] ON [user_custom_values] ([field_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_user_custom_values_field_id_reference_id] ON [user_custom_values] ([field_id], [reference_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_user_non_working_times_user_id_start_date] ON [user_non_working_times] ([user_id], [start_date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_user_working_hours_user_id_valid_from] ON [user_working_hours] ([user_id], [valid_from]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_version_custom_values_field_id_day] ON [version_custom_values] ([field_id], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_version_custom_values_field_id_number] ON [version_custom_values] ([field_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_version_custom_values_field_id_reference_id] ON [version_custom_values] ([field_id], [reference_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_versions_project_id_name] ON [versions] ([project_id], [name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_versions_sort_name] ON [versions] ([sort_name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_views_query_id] ON [views] ([query_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_watchers_user_id] ON [watchers] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_package_custom_values_field_id_day] ON [work_package_custom_values] ([field_id], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_package_custom_values_field_id_number] ON [work_package_custom_values] ([field_id], [number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_package_custom_values_field_id_reference_id] ON [work_package_custom_values] ([field_id], [reference_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_package_hierarchies_ancestor_id_depth_descendant_id] ON [work_package_hierarchies] ([ancestor_id], [depth], [descendant_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_package_hierarchies_descendant_id_depth_ancestor_id] ON [work_package_hierarchies] ([descendant_id], [depth], [ancestor_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_work_package_journals_untold] ON [work_package_journals] ([id]) WHERE notified_at IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_package_journals_user_id] ON [work_package_journals] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_work_package_journals_work_package_id_comment_guid] ON [work_package_journals] ([work_package_id], [comment_guid]) WHERE comment_guid IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_work_package_journals_work_package_id_version] ON [work_package_journals] ([work_package_id], [version]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_assignee_id] ON [work_packages] ([assignee_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_author_id] ON [work_packages] ([author_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_budget_id] ON [work_packages] ([budget_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_category_id] ON [work_packages] ([category_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_work_packages_closed] ON [work_packages] ([id], [project_id]) WHERE status_kind = 1');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_created_at] ON [work_packages] ([created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_due_date] ON [work_packages] ([due_date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_work_packages_open] ON [work_packages] ([id], [project_id]) WHERE status_kind = 0');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_parent_id] ON [work_packages] ([parent_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_phase_id] ON [work_packages] ([phase_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_priority_id] ON [work_packages] ([priority_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_project_id_created_at] ON [work_packages] ([project_id], [created_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_project_id_status_id] ON [work_packages] ([project_id], [status_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_project_id_updated_at_id] ON [work_packages] ([project_id], [updated_at] DESC, [id] DESC);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_responsible_id] ON [work_packages] ([responsible_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_sprint_id] ON [work_packages] ([sprint_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_start_date] ON [work_packages] ([start_date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_status_id] ON [work_packages] ([status_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_type_id] ON [work_packages] ([type_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_updated_at_id] ON [work_packages] ([updated_at] DESC, [id] DESC);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_work_packages_version_id] ON [work_packages] ([version_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_workflows_new_status_id] ON [workflows] ([new_status_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_workflows_old_status_id] ON [workflows] ([old_status_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_workflows_role_id] ON [workflows] ([role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    CREATE INDEX [IX_workflows_type_id_old_status_id_role_id] ON [workflows] ([type_id], [old_status_id], [role_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129032844_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129032844_Initial', N'10.0.15');
END;

COMMIT;
GO

