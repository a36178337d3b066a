using System.Buffers.Text;
using System.Globalization;
using System.Text;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal;

/// <summary>Dates, times and durations as API v3 prints and reads them (ISO 8601).</summary>
public static class Iso8601
{
    /// <summary>Writes UTC with milliseconds, <c>2024-05-21T08:51:20.396Z</c>: 24 bytes.</summary>
    public static int Format(DateTime value, Span<byte> target)
    {
        var written = Format(DateOnly.FromDateTime(value), target);
        target[written++] = (byte)'T';
        written = Two(target, written, value.Hour);
        target[written++] = (byte)':';
        written = Two(target, written, value.Minute);
        target[written++] = (byte)':';
        written = Two(target, written, value.Second);
        target[written++] = (byte)'.';
        target[written++] = (byte)('0' + (value.Millisecond / 100));
        written = Two(target, written, value.Millisecond % 100);
        target[written++] = (byte)'Z';
        return written;
    }

    /// <summary>Writes <c>2024-05-21</c>: 10 bytes.</summary>
    public static int Format(DateOnly value, Span<byte> target)
    {
        var written = Two(target, 0, value.Year / 100);
        written = Two(target, written, value.Year % 100);
        target[written++] = (byte)'-';
        written = Two(target, written, value.Month);
        target[written++] = (byte)'-';
        return Two(target, written, value.Day);
    }

    /// <summary>Writes days from 24 hours on, then hours and minutes: <c>P1DT16H</c>; zero is <c>PT0S</c>. At most 32 bytes.</summary>
    public static int Format(Duration value, Span<byte> target)
    {
        var written = 0;
        var minutes = value.Minutes;
        target[written++] = (byte)'P';
        if (minutes >= 1440)
            written = Number(target, written, minutes / 1440, (byte)'D');
        minutes %= 1440;
        if (minutes == 0 && value.Minutes != 0)
            return written;
        target[written++] = (byte)'T';
        if (minutes >= 60)
            written = Number(target, written, minutes / 60, (byte)'H');
        if (minutes % 60 > 0)
            written = Number(target, written, minutes % 60, (byte)'M');
        return value.Minutes == 0 ? Number(target, written, 0, (byte)'S') : written;
    }

    /// <summary>Writes <c>P5D</c>. At most 16 bytes.</summary>
    public static int Format(DayCount value, Span<byte> target)
    {
        target[0] = (byte)'P';
        return Number(target, 1, value.Days, (byte)'D');
    }

    /// <summary>The duration as text.</summary>
    public static string Text(Duration value)
    {
        Span<byte> buffer = stackalloc byte[32];
        return Encoding.ASCII.GetString(buffer[..Format(value, buffer)]);
    }

    /// <summary>Reads weeks, days, hours, minutes and seconds, fractions included; a day is 24 hours. Null when it is no duration.</summary>
    /// <returns>Seconds.</returns>
    public static double? ParseSeconds(string text)
    {
        var rest = text.AsSpan();
        if (rest.Length < 3 || rest[0] != 'P')
            return null;
        rest = rest[1..];
        var (seconds, inTime, last) = (0d, false, -1);
        while (!rest.IsEmpty)
        {
            if (rest[0] == 'T' && !inTime)
            {
                inTime = true;
                rest = rest[1..];
                if (rest.IsEmpty)
                    return null;
                continue;
            }

            var length = rest.IndexOfAnyExcept(Digits);
            if (length < 1 || !double.TryParse(rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return null;
            var (order, unit) = Unit(rest[length], inTime);
            if (order <= last)
                return null;
            (last, seconds) = (order, seconds + (number * unit));
            rest = rest[(length + 1)..];
        }

        return last >= 0 ? seconds : null;
    }

    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789.");

    private static (int Order, double Seconds) Unit(char designator, bool inTime) => (designator, inTime) switch
    {
        ('W', false) => (0, 604_800),
        ('D', false) => (1, 86_400),
        ('H', true) => (2, 3_600),
        ('M', true) => (3, 60),
        ('S', true) => (4, 1),
        _ => (-1, 0),
    };

    private static int Two(Span<byte> target, int at, int value)
    {
        target[at] = (byte)('0' + (value / 10));
        target[at + 1] = (byte)('0' + (value % 10));
        return at + 2;
    }

    private static int Number(Span<byte> target, int at, int value, byte designator)
    {
        Utf8Formatter.TryFormat(value, target[at..], out var written);
        target[at + written] = designator;
        return at + written + 1;
    }
}
