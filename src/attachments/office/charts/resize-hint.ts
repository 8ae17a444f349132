/**
 * What Office itself writes below the data of a chart: how to change its range (2007 and after), or that the table is
 * saved in the chart (2008 and 2011 for the Mac), in the languages in which it is met here.
 */
const hints: readonly RegExp[] = [
  /^To resize (?:the )?chart data range, drag (?:the )?lower right corner of (?:the )?range\.?$/i,
  /^To update the chart, enter data into this table\. The data is automatically saved in the chart\.?$/i,
  /^グラフの?データの?範囲(?:のサイズ|の大きさ)?を変更する(?:に|場合)は、(?:データ)?範囲の?右下の?(?:隅|角|端)をドラッグ(?:します|して(?:ください|下さい))。?$/,
  /^グラフを更新するには、この(?:表|テーブル)にデータを入力(?:します|して(?:ください|下さい))。データは(?:自動的に)?グラフに(?:自動的に)?保存されます。?$/,
  /^若要调整图表数据区域的大小，请拖(?:拽|动)区域的右下角。?$/,
  /^若要(?:調整|變更)圖表資料範圍的?大小，請拖曳(?:該)?範圍的?右下角。?$/,
  /^차트 데이터 범위의? 크기를 (?:조정|변경)하려면 범위의 오른쪽 아래 모서리를 (?:끌어 ?놓으십시오|끄십시오|끌어 놓으세요|끕니다)\.?$/,
  /^Ziehen Sie zum Ändern der Größe des Diagrammdatenbereichs die untere rechte Ecke des Bereichs\.?$/i,
  /^Pour redimensionner la plage de données du graphique, faites glisser son coin inférieur droit\.?$/i,
  /^Para cambiar el tamaño del rango de datos del gráfico, arrastre la esquina inferior derecha del rango\.?$/i,
  /^Per ridimensionare l'intervallo(?: di)? dati del grafico, trascinare l'angolo inferiore destro dell'intervallo\.?$/i,
  /^Para redimensionar o intervalo de dados do gráfico, arraste o canto inferior direito do intervalo\.?$/i,
];

/** Whether the text of a cell is one that Office writes by itself, whoever makes the chart. */
export const isOfOffice = (text: string): boolean => {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length < 200 && hints.some((hint) => hint.test(plain));
};
