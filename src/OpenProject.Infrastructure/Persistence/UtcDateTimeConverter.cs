using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Timestamps are UTC on both sides; no database keeps the kind, so it is restored when read.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value,
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
