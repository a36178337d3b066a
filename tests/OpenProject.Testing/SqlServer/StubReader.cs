using System.Collections;
using System.Data.Common;

namespace OpenProject.Testing.SqlServer;

/// <summary>The answer of a database that is not there: some rows whose numbers are 1 and whose other values are their type's default.</summary>
/// <param name="rows">How many.</param>
internal sealed class StubReader(int rows) : DbDataReader
{
    private int read;

    public override int Depth => 0;

    public override int FieldCount => 0;

    public override bool HasRows => rows > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => rows;

    public override object this[int ordinal] => 0;

    public override object this[string name] => 0;

    public override bool Read() => read++ < rows;

    // Each statement of a batch has an answer of its own.
    public override bool NextResult()
    {
        read = 0;
        return true;
    }

    public override bool IsDBNull(int ordinal) => false;

    public override bool GetBoolean(int ordinal) => false;

    public override byte GetByte(int ordinal) => 0;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override char GetChar(int ordinal) => '\0';

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override string GetDataTypeName(int ordinal) => "";

    public override DateTime GetDateTime(int ordinal) => default;

    public override decimal GetDecimal(int ordinal) => 0;

    public override double GetDouble(int ordinal) => 0;

    public override IEnumerator GetEnumerator() => Array.Empty<object>().GetEnumerator();

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override T GetFieldValue<T>(int ordinal) => typeof(T) == typeof(string) ? (T)(object)"" : default!;

    public override float GetFloat(int ordinal) => 0;

    public override Guid GetGuid(int ordinal) => Guid.Empty;

    public override short GetInt16(int ordinal) => 0;

    public override int GetInt32(int ordinal) => 1;

    public override long GetInt64(int ordinal) => 1;

    public override string GetName(int ordinal) => "";

    public override int GetOrdinal(string name) => 0;

    public override string GetString(int ordinal) => "";

    public override object GetValue(int ordinal) => 0;

    public override int GetValues(object[] values) => 0;
}
